using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>What every journal store must do, whichever it is.</summary>
internal static class StoreChecks
{
    public static async Task Batches_are_read_as_they_were_appended(IJournalStorage storage)
    {
        await using (var store = await storage.OpenAsync())
        {
            for (var i = 1; i <= 150; i++)
                await store.AppendAsync(Batch(i));
        }

        await using var again = await storage.OpenAsync();
        Assert.Null(await again.ReadSnapshotAsync());
        Assert.Equal(Enumerable.Range(1, 150).Select(i => (long)i), (await Read(again, 0)).Select(b => b.Number));
        var last = Assert.Single(await Read(again, 149));
        Assert.Equal(150, last.Count);
        Assert.Equal(Batch(150).Operations.ToArray(), last.Operations.ToArray());
    }

    public static async Task A_snapshot_takes_the_place_of_the_batches_that_it_has(IJournalStorage storage)
    {
        await using (var store = await storage.OpenAsync())
        {
            for (var i = 1; i <= 3; i++)
                await store.AppendAsync(Batch(i));
            await WriteSnapshot(store, 2, [1, 2, 3, 4, 5]);
            await WriteSnapshot(store, 3, [6, 7, 8, 9]);
            while (await store.PruneAsync(3))
            {
                // Until nothing is left.
            }

            await store.AppendAsync(Batch(4));
        }

        await using var again = await storage.OpenAsync();
        var snapshot = await again.ReadSnapshotAsync();
        Assert.Equal(3, snapshot!.Number);
        Assert.Equal([6, 7, 8, 9], snapshot.State.ToArray());
        Assert.Equal([4], (await Read(again, 3)).Select(b => b.Number));
        // Batch 3 is gone: reading from before it says so and does not skip it.
        Assert.Equal(JournalFault.Unusable, (await Assert.ThrowsAsync<JournalStoreException>(() => Read(again, 2))).Fault);
    }

    public static async Task A_snapshot_that_was_interrupted_is_nothing(IJournalStorage storage)
    {
        await using (var store = await storage.OpenAsync())
        {
            await store.AppendAsync(Batch(1));
            await WriteSnapshot(store, 1, [1]);
            await store.AppendAsync(Batch(2));
            await store.WritePartAsync(2, 0, new byte[] { 2, 2 });
        }

        await using var again = await storage.OpenAsync();
        Assert.Equal([1], (await again.ReadSnapshotAsync())!.State.ToArray());
        Assert.Equal([2], (await Read(again, 1)).Select(b => b.Number));
        await WriteSnapshot(again, 2, [3, 3]);
        Assert.Equal([3, 3], (await again.ReadSnapshotAsync())!.State.ToArray());
    }

    public static async Task A_second_node_is_refused_and_told_who_is_there(IJournalStorage storage, IJournalStorage same)
    {
        await using (await storage.OpenAsync())
        {
            var refused = await Assert.ThrowsAsync<JournalStoreException>(() => same.OpenAsync());
            Assert.Equal(JournalFault.Held, refused.Fault);
            Assert.Contains(Environment.ProcessId.ToString(), refused.Message, StringComparison.Ordinal);
        }

        await using var now = await same.OpenAsync();
        await now.AppendAsync(Batch(1));
    }

    public static async Task What_was_read_is_the_state_that_was_left(IJournalStorage storage)
    {
        var options = new JournalHostOptions { LeastSnapshotBytes = 200, PartBytes = 64 };
        var answered = new List<long>();
        for (var round = 0; round < 5; round++)
        {
            await using var host = await JournalHost.OpenAsync(storage, log => new Tally(log), TimeProvider.System, options);
            Assert.Equal(answered, await host.Perform(t => t.Numbers.ToArray()));
            foreach (var number in Enumerable.Range(round * 1000, 100).Select(n => (long)n))
            {
                await host.Perform(t => t.Add(number));
                answered.Add(number);
            }

            Assert.Equal(Tally.BytesAfter(answered), await host.Perform(t => t.Bytes));
            if (round % 2 == 0)
                await host.CloseAsync();
        }
    }

    public static JournalBatch Batch(int number) => new(number, number, Enumerable.Repeat((byte)number, 10 + number * 37).ToArray());

    private static async Task<List<JournalBatch>> Read(IJournalStore store, long after)
    {
        var batches = new List<JournalBatch>();
        await foreach (var batch in store.ReadBatchesAsync(after))
            batches.Add(batch);
        return batches;
    }

    private static async Task WriteSnapshot(IJournalStore store, long number, byte[] state)
    {
        for (var (part, start) = (0, 0); start < state.Length; part++, start += 2)
            await store.WritePartAsync(number, part, state.AsMemory(start, Math.Min(2, state.Length - start)));
        await store.SealAsync(new SnapshotSeal(number, state.Length, JournalChecksum.Of(number, state.Length, state)));
    }
}
