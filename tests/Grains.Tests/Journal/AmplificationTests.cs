namespace ControlPlane.Grains.Tests.Journal;

/// <summary>How much is written and read for what is committed.</summary>
public sealed class AmplificationTests
{
    private const int SegmentBytes = 256;

    /// <summary>An operation of 12 bytes makes the state 3 bytes longer: g is a quarter.</summary>
    [Fact]
    public async Task Snapshots_cost_no_more_than_one_and_a_quarter_bytes_a_byte_of_log_however_long_the_state()
    {
        var storage = new TestStorage();
        var isSnapshot = false;
        storage.OnWritten = name => isSnapshot = name.EndsWith("snapshot", StringComparison.Ordinal);
        var activation = await JournalledAccount.Load(storage, SegmentBytes);
        var (logBytes, snapshotBytes, snapshots, longest) = (0L, 0L, 0, 0);
        for (var commit = 0; commit < 20_000; commit++)
        {
            var length = await activation.Commit(100_000 + commit, padding: 7);
            logBytes += 12;
            if (!isSnapshot)
                continue;
            snapshots++;
            snapshotBytes += length;
            longest = Math.Max(longest, length);
        }

        Assert.True(longest > 100 * SegmentBytes, "the state is too short to show anything");
        Assert.InRange(snapshotBytes, 0, logBytes * 5 / 4);
        Assert.InRange(snapshots, 5, 40);
        // The ring has grown with the state, and a new activation reads no more than it needs.
        var slots = storage.Names.Count() - 1;
        Assert.InRange(slots, longest / SegmentBytes, longest / SegmentBytes * 2);
        var reads = storage.Reads;
        Assert.Equal(20_000, (await JournalledAccount.Load(storage)).Account.Ids.Count);
        Assert.InRange(storage.Reads - reads, slots, slots + longest / SegmentBytes + 9);
    }

    [Fact]
    public async Task A_commit_writes_one_record_and_no_more_than_a_segment_before_it()
    {
        var storage = new TestStorage();
        var activation = await JournalledAccount.Load(storage, SegmentBytes);
        for (var commit = 0; commit < 100; commit++)
            Assert.InRange(await activation.Commit(commit, padding: 20), 1, SegmentBytes + 30);
        Assert.Equal(100, storage.Writes);
        Assert.InRange(await activation.Commit(1_000, padding: 10 * SegmentBytes), 10 * SegmentBytes, 12 * SegmentBytes);
        Assert.Equal(101, storage.Writes);
    }

    [Fact]
    public async Task A_new_grain_writes_nothing_before_its_first_commit_and_reads_nine_records()
    {
        var storage = new TestStorage();
        await JournalledAccount.Load(storage);
        Assert.Equal((9, 0), (storage.Reads, storage.Writes));
    }
}
