using System.Collections.Concurrent;
using ControlPlane.Grains.Tests.Faults;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>Callers that repeat a call until it is acknowledged, with the id of the first, over a storage with faults of every kind: nothing is lost, nothing counts twice.</summary>
[Collection(nameof(AccountTests))]
public sealed class RetryTests
{
    private const int Accounts = 3;
    private const int Callers = 8;

    [Fact]
    public async Task No_deposit_that_was_acknowledged_is_lost_and_each_counts_once()
    {
        await using var cluster = await FaultyCluster.Start(silos: 2, configure: o => o.SegmentBytes = 60);
        for (var seed = 0; seed < TestScale.Pick(6, 60); seed++)
        {
            var accounts = Enumerable.Range(0, Accounts).Select(a => cluster.Grains.GetGrain<IAccountGrain>($"{seed}-{a}")).ToArray();
            var acknowledged = new ConcurrentBag<(int Account, long Id)>();
            Disturb(cluster.Faults, seed);
            var before = cluster.Faults.Happened;
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Call(accounts, c, new Random(seed * Callers + c), acknowledged)));
            Assert.True(cluster.Faults.Happened - before > 20, "the storage was too well-behaved");
            cluster.Faults.Calm();
            await cluster.Faults.DeliverLate();
            await AssertExact(cluster, accounts, acknowledged);
        }
    }

    private static void Disturb(StorageFaults faults, int seed)
    {
        faults.Reseed(seed);
        foreach (var fault in Enum.GetValues<StorageFault>().Except([StorageFault.None]))
            faults.Share(fault, 0.04);
        faults.ReadShare = 0.002;
        faults.StallShare = 0.1;
    }

    private static async Task Call(IAccountGrain[] accounts, int caller, Random random, ConcurrentBag<(int Account, long Id)> acknowledged)
    {
        for (var n = 0; n < TestScale.Pick(60, 200); n++)
        {
            var account = random.Next(Accounts);
            var id = 1_000L * caller + n;
            // Now and then a call is made twice at once, as by a network that repeats it.
            Task<long>[] calls = [.. Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => UntilAcknowledged(accounts[account], id))];
            await Task.WhenAll(calls);
            acknowledged.Add((account, id));
            if (random.Next(30) == 0)
                await accounts[account].Leave().ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static async Task<long> UntilAcknowledged(IAccountGrain account, long id)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await account.Deposit(id, 1);
            }
            catch (Exception) when (attempt < 1_000)
            {
                // A failed write, an activation that leaves, or one that could not load: made again with the same id.
            }
        }
    }

    private static async Task AssertExact(FaultyCluster cluster, IAccountGrain[] accounts, ConcurrentBag<(int Account, long Id)> acknowledged)
    {
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
        for (var a = 0; a < Accounts; a++)
        {
            await cluster.Deactivate(accounts[a]);
            await UntilAcknowledged(accounts[a], -1);
            await cluster.Deactivate(accounts[a]);
            var ids = await accounts[a].Ids();
            Assert.Equal(acknowledged.Where(k => k.Account == a).Select(k => k.Id).Append(-1).Order(), ids.Order());
            Assert.Equal(ids.Length, await accounts[a].Balance());
        }
    }
}
