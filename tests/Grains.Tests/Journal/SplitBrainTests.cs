using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>Of two activations of one grain at most one commits, wherever in the ring they stand and whenever each was loaded.</summary>
public sealed class SplitBrainTests
{
    private const int SegmentBytes = 130;
    private const int Positions = 56;
    private const long Rival = 1_000_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_that_know_the_same_state_cannot_both_commit(bool firstLoadedWins)
    {
        for (var position = 0; position < Positions; position++)
        {
            var storage = new TestStorage();
            var running = await Started(storage, position);
            var late = await JournalledAccount.Load(storage, SegmentBytes);
            var (winner, loser) = firstLoadedWins ? (running, late) : (late, running);
            await winner.Commit(position);
            await AssertRefused(loser);
            Assert.Equal(Enumerable.Range(0, position + 1).Select(id => (long)id), (await JournalledAccount.Load(storage)).Account.Ids);
            await winner.Commit(position + 1);
        }
    }

    [Fact]
    public async Task One_that_has_missed_commits_never_commits_again()
    {
        for (var position = 0; position < Positions; position++)
        {
            for (var missed = 1; missed <= Positions; missed++)
            {
                var storage = new TestStorage();
                var old = await Started(storage, position);
                var current = await JournalledAccount.Load(storage, SegmentBytes);
                for (var id = position; id < position + missed; id++)
                    await current.Commit(id);
                await AssertRefused(old);
                Assert.Equal(current.Account.Ids, (await JournalledAccount.Load(storage)).Account.Ids);
                await current.Commit(position + missed);
            }
        }
    }

    /// <summary>Segments of the rival may be sealed elsewhere, its ring may have another size: what it writes next still follows from what is stored.</summary>
    [Fact]
    public async Task Other_settings_change_nothing()
    {
        for (var position = 0; position < Positions; position++)
        {
            var storage = new TestStorage();
            var running = await Started(storage, position);
            var other = await JournalledAccount.Load(storage, 1);
            await other.Commit(position);
            await AssertRefused(running);
            await other.Commit(position + 1);
            Assert.Equal(position + 2, (await JournalledAccount.Load(storage)).Account.Ids.Count);
        }
    }

    /// <summary>Commits of another activation fall between the reads of one that loads: it may see a state that never was, but it cannot commit on it.</summary>
    [Fact]
    public async Task One_that_loads_while_another_commits_has_the_current_state_or_is_refused()
    {
        var (refused, current) = (0, 0);
        for (var position = 0; position < Positions; position += TestScale.Pick(3, 1))
        {
            for (var read = 0; read < 9; read++)
            {
                for (var commits = 1; commits < Positions; commits += TestScale.Pick(3, 1))
                {
                    var storage = new TestStorage();
                    var running = await Started(storage, position);
                    var (atRead, count) = (storage.Reads + read, commits);
                    storage.OnRead = reads => AtRead(reads, atRead, running, count);
                    var loading = await JournalledAccount.Load(storage, SegmentBytes);
                    storage.OnRead = null;
                    if (await Record.ExceptionAsync(() => loading.Commit(Rival)) is not { } error)
                    {
                        current++;
                        Assert.Equal([.. running.Account.Ids, Rival], (await JournalledAccount.Load(storage)).Account.Ids);
                        await AssertRefused(running);
                        continue;
                    }

                    refused++;
                    Assert.IsType<InconsistentStateException>(error);
                    Assert.Equal(running.Account.Ids, (await JournalledAccount.Load(storage)).Account.Ids);
                    await running.Commit(Rival + 1);
                }
            }
        }

        Assert.True(refused > 100 && current > 100, $"{refused} refused, {current} current: not both are shown");
    }

    [Fact]
    public async Task Grains_of_two_types_with_one_key_have_journals_of_their_own()
    {
        var storage = new TestStorage();
        var account = await JournalledAccount.Load(storage);
        var ledger = await JournalledAccount.Load(storage, id: GrainId.Create("ledger", "north"));
        await account.Commit(1);
        await ledger.Commit(2);
        Assert.Equal([1], (await JournalledAccount.Load(storage)).Account.Ids);
        Assert.Equal([2], (await JournalledAccount.Load(storage, id: GrainId.Create("ledger", "north"))).Account.Ids);
    }

    private static void AtRead(int reads, int at, JournalledAccount running, int commits)
    {
        if (reads != at)
            return;
        // The storage answers at once, so that a commit is over when its task is returned.
        var first = running.Account.Ids.Count;
        for (var id = first; id < first + commits; id++)
            Assert.True(running.Commit(id).IsCompletedSuccessfully);
    }

    private static async Task<JournalledAccount> Started(TestStorage storage, int commits)
    {
        var started = await JournalledAccount.Load(storage, SegmentBytes);
        for (var id = 0; id < commits; id++)
            await started.Commit(id);
        return started;
    }

    private static async Task AssertRefused(JournalledAccount activation)
    {
        await Assert.ThrowsAsync<InconsistentStateException>(() => activation.Commit(Rival));
        await Assert.ThrowsAsync<InvalidOperationException>(() => activation.Commit(Rival + 1));
    }
}
