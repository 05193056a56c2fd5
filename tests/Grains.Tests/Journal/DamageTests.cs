using ControlPlane.Grains.Journal;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>Records that do not belong together are an error that names the grain and the record, never a state.</summary>
public sealed class DamageTests
{
    [Fact]
    public async Task A_segment_that_is_lost_is_missed() =>
        await AssertRefused(s => s.Lose("account.segment-1"), "segment-2", "follows a segment that is missing or not sealed");

    [Fact]
    public async Task A_segment_in_the_wrong_place_is_found() =>
        await AssertRefused(s => s.Damage<SegmentRecord>("account.segment-2", r => r.Number++), "segment-2", "where segment");

    [Fact]
    public async Task A_segment_that_lost_its_seal_is_found() =>
        await AssertRefused(s => s.Damage<SegmentRecord>("account.segment-1", r => r.IsSealed = false), "segment-2", "not sealed");

    [Fact]
    public async Task A_snapshot_that_is_lost_is_missed() => await AssertRefused(s => s.Lose("account.snapshot"), "segment-0", "where segment 0 belongs");

    [Fact]
    public async Task A_record_of_another_grain_is_refused() =>
        await AssertRefused(s => s.Damage<SegmentRecord>("account.segment-0", r => r.Owner = "account/NORTH"), "segment-0", "belongs to account/NORTH");

    [Fact]
    public async Task A_record_of_a_later_version_is_refused()
    {
        await AssertRefused(s => s.Damage<SegmentRecord>("account.segment-0", r => r.Version = 3), "segment-0", "version 3; this build knows 2");
        await AssertRefused(s => s.Damage<SnapshotRecord>("account.snapshot", r => r.Version = 3), "snapshot", "version 3; this build knows 2");
    }

    [Fact]
    public async Task Bytes_that_are_cut_are_found()
    {
        await AssertRefused(s => s.Damage<SegmentRecord>("account.segment-0", r => r.Operations = r.Operations[..^1]), "segment-0", "damaged");
        await AssertRefused(s => s.Damage<SegmentRecord>("account.segment-0", r => r.Operations = []), "segment-0", "0 operations where 3 were written");
        await AssertRefused(s => s.Damage<SnapshotRecord>("account.snapshot", r => r.State = r.State[..^1]), "snapshot", "damaged");
        await AssertRefused(s => s.Damage<SnapshotRecord>("account.snapshot", r => r.State = [.. r.State, 0]), "snapshot", "more than expected");
        await AssertRefused(s => s.Damage<SnapshotRecord>("account.snapshot", r => r.Slots = 0), "snapshot", "0 slots");
    }

    private static async Task AssertRefused(Action<TestStorage> damage, string record, string what)
    {
        // A snapshot and two and a half segments after it.
        var storage = new TestStorage();
        var writer = await JournalledAccount.Load(storage, 130);
        for (var id = 0; id < 33; id++)
            await writer.Commit(id);
        damage(storage);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => JournalledAccount.Load(storage));
        Assert.Contains($"account/north, record {record}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }
}
