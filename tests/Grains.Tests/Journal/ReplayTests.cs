using ControlPlane.Grains.Journal;
using ControlPlane.Grains.Tests.Faults;
using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>What is loaded is what was committed, whatever the sizes, the faults and the activations.</summary>
public sealed class ReplayTests
{
    // Segments of three commits in a ring of eight: the 25th commit is a snapshot.
    private const int Cycle = 25;

    [Fact]
    public async Task Every_position_of_the_ring_loads_as_it_was_committed_and_can_be_continued()
    {
        var storage = new TestStorage();
        var writer = await JournalledAccount.Load(storage, 130);
        for (var id = 0; id < 4 * Cycle; id++)
        {
            await writer.Commit(id);
            Assert.Equal(Up(id), (await JournalledAccount.Load(storage)).Account.Ids);
            var copy = storage.Copy();
            await (await JournalledAccount.Load(copy)).Commit(id + 1);
            Assert.Equal(Up(id + 1), (await JournalledAccount.Load(copy)).Account.Ids);
        }

        Assert.Equal(9, storage.Names.Count());
        Assert.Equal(4 * Cycle, storage.Writes);
    }

    [Fact]
    public async Task A_fault_at_any_write_loses_nothing_that_was_acknowledged_and_repeats_nothing()
    {
        foreach (var fault in Enum.GetValues<StorageFault>().Except([StorageFault.None]))
        {
            var storage = new TestStorage();
            var faults = new StorageFaults(1);
            var faulty = new FaultyStorage(storage, faults);
            for (var id = 0; id < 3 * Cycle; id++)
            {
                var activation = await JournalledAccount.Load(faulty, 130);
                faults.Next(fault);
                var error = await Assert.ThrowsAnyAsync<Exception>(() => activation.Commit(id));
                Assert.Equal(fault == StorageFault.Conflict, error is InconsistentStateException);
                await Assert.ThrowsAsync<InvalidOperationException>(() => activation.Commit(1_000_000));
                await faults.DeliverLate();
                var next = await JournalledAccount.Load(faulty, 130);
                Assert.Equal(Up(fault is StorageFault.After or StorageFault.Late ? id : id - 1), next.Account.Ids);
                if (next.Account.Ids.Count <= id)
                    await next.Commit(id);
            }
        }
    }

    [Fact]
    public async Task A_late_write_takes_effect_only_if_nobody_has_written_since()
    {
        var storage = new TestStorage();
        var faults = new StorageFaults(1);
        for (var id = 0; id < 3 * Cycle; id++)
        {
            var lost = await JournalledAccount.Load(new FaultyStorage(storage, faults), 130);
            faults.Next(StorageFault.Late);
            await Assert.ThrowsAsync<TimeoutException>(() => lost.Commit(1_000_000));
            await (await JournalledAccount.Load(storage, 130)).Commit(id);
            await faults.DeliverLate();
            Assert.Equal(Up(id), (await JournalledAccount.Load(storage)).Account.Ids);
        }
    }

    /// <summary>
    /// Up to three activations at once, commits of random sizes under random faults. Every commit has a number of its own, so that what is stored after each
    /// step is known exactly.
    /// </summary>
    [Fact]
    public async Task Random_histories_load_as_they_were_stored()
    {
        var snapshots = 0;
        for (var seed = 0; seed < TestScale.Pick(60, 2_000); seed++)
        {
            var random = new Random(seed);
            var storage = new TestStorage();
            storage.OnWritten = name => snapshots += name.EndsWith("snapshot", StringComparison.Ordinal) ? 1 : 0;
            var faults = new StorageFaults(seed);
            foreach (var fault in Enum.GetValues<StorageFault>().Except([StorageFault.None, StorageFault.Late]))
                faults.Share(fault, 0.05);
            await new RandomHistory(random, storage, new FaultyStorage(storage, faults)).Run(steps: 120);
            Assert.True(faults.Happened > 0);
        }

        Assert.True(snapshots > 100, "the ring hardly ever went round");
    }

    [Fact]
    public async Task A_journal_is_loaded_once_and_before_it_commits()
    {
        var journal = new GrainJournal(new TestStorage(), JournalledAccount.Id, 100);
        var account = new Account(new Fleet.Journal.OperationBuffer());
        await Assert.ThrowsAsync<InvalidOperationException>(() => journal.CommitAsync(account, new byte[1], 1));
        await journal.LoadAsync(account);
        await Assert.ThrowsAsync<InvalidOperationException>(() => journal.LoadAsync(account));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => journal.CommitAsync(account, new byte[1], 0));
    }

    [Fact]
    public async Task Commits_that_overlap_are_refused()
    {
        var faults = new StorageFaults(1);
        var activation = await JournalledAccount.Load(new FaultyStorage(new TestStorage(), faults));
        var held = faults.Hold();
        var first = activation.Commit(1);
        await held;
        await Assert.ThrowsAsync<InvalidOperationException>(() => activation.Commit(2));
        faults.Release();
        await first;
    }

    private static IEnumerable<long> Up(long last) => Enumerable.Range(0, (int)last + 1).Select(id => (long)id);
}
