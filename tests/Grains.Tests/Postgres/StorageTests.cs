using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>What grains remember, in PostgreSQL: written once, by one writer, as bytes.</summary>
[Collection(PostgresTests.Name)]
public sealed class StorageTests(OneSilo silo) : IClassFixture<OneSilo>
{
    private const int Writers = 8;
    private const string Name = "thing";
    private readonly GrainId _grain = GrainId.Create("stored", Guid.NewGuid().ToString("N") + "/site/large");

    [PostgresFact]
    public async Task What_was_written_is_read_again()
    {
        var written = await Write(New(1, 2, 3));
        Assert.Equal("1", written.ETag);
        var read = await Read();
        Assert.Equal([1, 2, 3], read.State!.Bytes);
        Assert.Equal(("1", true), (read.ETag, read.RecordExists));
        read.State!.Bytes = [];
        await Write(read);
        Assert.Empty((await Read()).State!.Bytes);
        Assert.Equal("2", (await Read()).ETag);
    }

    [PostgresFact]
    public async Task What_was_never_written_does_not_exist()
    {
        var read = await Read();
        Assert.Equal((null, false), (read.ETag, read.RecordExists));
    }

    [PostgresFact]
    public async Task Of_writers_with_the_same_version_exactly_one_wins()
    {
        await Write(New(0));
        var writers = new List<GrainState<StoredThing>>();
        for (byte i = 0; i < Writers; i++)
        {
            writers.Add(await Read());
            writers[i].State!.Bytes = [i];
        }

        var winner = Assert.Single(await WhoWrites(writers));
        Assert.Equal([(byte)winner], (await Read()).State!.Bytes);
        Assert.Equal("2", (await Read()).ETag);
    }

    [PostgresFact]
    public async Task Of_writers_of_a_new_record_exactly_one_wins()
    {
        var writers = Enumerable.Range(0, Writers).Select(i => New((byte)i)).ToList();
        var winner = Assert.Single(await WhoWrites(writers));
        Assert.Equal([(byte)winner], (await Read()).State!.Bytes);
        Assert.Equal("1", (await Read()).ETag);
    }

    [PostgresFact]
    public async Task A_writer_that_is_late_changes_nothing()
    {
        var late = await Write(New(1));
        var first = await Read();
        first.State!.Bytes = [2];
        await Write(first);
        late.State!.Bytes = [3];
        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(late));
        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage.ClearStateAsync(Name, _grain, late));
        Assert.Equal([2], (await Read()).State!.Bytes);
    }

    [PostgresFact]
    public async Task A_cleared_record_is_gone_and_can_be_written_again()
    {
        var state = await Write(New(1));
        var late = await Read();
        await silo.Storage.ClearStateAsync(Name, _grain, state);
        Assert.False(state.RecordExists);
        Assert.False((await Read()).RecordExists);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Write(late));
        state.State!.Bytes = [4];
        await Write(state);
        Assert.Equal([4], (await Read()).State!.Bytes);
    }

    [PostgresFact]
    public async Task Grains_whose_keys_are_alike_do_not_share_a_record()
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        // The second is how Orleans writes a grain with the integer key 0 and the first's key as extension.
        foreach (var (key, i) in new[] { $"x{run}", $"0+x{run}", $"x{run}/", $"X{run}" }.Select((k, i) => (k, i)))
            await silo.Storage.WriteStateAsync(Name, GrainId.Create("stored", key), New((byte)i));
        await silo.Storage.WriteStateAsync("other", GrainId.Create("stored", $"x{run}"), New(9));
        var first = new GrainState<StoredThing>(new StoredThing());
        await silo.Storage.ReadStateAsync(Name, GrainId.Create("stored", $"x{run}"), first);
        Assert.Equal([0], first.State!.Bytes);
    }

    [PostgresFact]
    public async Task Bytes_are_stored_as_they_are()
    {
        var bytes = new byte[5000];
        Array.Fill(bytes, (byte)0xAB);
        await Write(New(bytes));
        var stored = (await Sql.Column<byte[]>(silo.Database, $"SELECT PayloadBinary FROM OrleansStorage WHERE GrainIdExtensionString = '{_grain.Key}'")).Single();
        Assert.True(stored.AsSpan().IndexOf(bytes) >= 0);
        Assert.InRange(stored.Length, bytes.Length, bytes.Length + 100);
        // Repeated bytes would shrink to almost nothing: they are not compressed on the way to disk.
        Assert.True((await Sql.Column<int>(silo.Database, $"SELECT pg_column_size(PayloadBinary) FROM OrleansStorage WHERE GrainIdExtensionString = '{_grain.Key}'")).Single() > bytes.Length);
    }

    private static GrainState<StoredThing> New(params byte[] bytes) => new(new StoredThing { Bytes = bytes });

    private async Task<GrainState<StoredThing>> Write(GrainState<StoredThing> state)
    {
        await silo.Storage.WriteStateAsync(Name, _grain, state);
        return state;
    }

    private async Task<GrainState<StoredThing>> Read()
    {
        var state = new GrainState<StoredThing>(new StoredThing());
        await silo.Storage.ReadStateAsync(Name, _grain, state);
        return state;
    }

    // All write at once; the others must be told of the conflict.
    private async Task<List<int>> WhoWrites(List<GrainState<StoredThing>> writers)
    {
        var outcomes = await Task.WhenAll(writers.Select(w => Task.Run(async () =>
        {
            try
            {
                await Write(w);
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        })));
        return [.. outcomes.Select((won, i) => (won, i)).Where(o => o.won).Select(o => o.i)];
    }
}
