using System.Diagnostics.Metrics;
using ControlPlane.Grains.Tests.Faults;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>Operations share writes.</summary>
[Collection(nameof(AccountTests))]
public sealed class GroupCommitTests : AccountTests
{
    [Fact]
    public async Task Everything_that_arrives_while_a_write_is_in_flight_shares_the_next_one()
    {
        var held = Faults.Hold();
        var first = Account.Deposit(0, 1);
        await held;
        var others = Enumerable.Range(1, 200).Select(id => Account.Deposit(id, 1)).ToArray();
        await UntilArrived(201);
        Faults.Release();
        Assert.Equal(1, await first);
        Assert.Equal(Enumerable.Range(2, 200).Select(b => (long)b), (await Task.WhenAll(others)).Order());
        Assert.Equal(2, Faults.Writes);
        var commits = await Account.Commits();
        Assert.Equal([1, 201], commits);
    }

    [Fact]
    public async Task What_logs_nothing_writes_nothing()
    {
        await Account.Deposit(1, 5);
        Assert.Equal(5, await Account.Deposit(1, 5));
        Assert.Equal(5, await Account.Balance());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Account.Deposit(2, -5));
        Assert.Equal(1, Faults.Writes);
        Assert.Single(await Account.Commits());
    }

    [Fact]
    public async Task A_commit_may_wait_for_company()
    {
        await using var patient = await FaultyCluster.Start(configure: o => o.Linger = TimeSpan.FromMilliseconds(100));
        var account = patient.Grains.GetGrain<IAccountGrain>("patient");
        await account.Balance();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(id => account.Deposit(id, 1)));
        Assert.InRange(patient.Faults.Writes, 1, 50);
    }

    [Fact]
    public async Task A_write_is_made_in_nobodys_request_context()
    {
        var seen = new List<object?>();
        Faults.OnWrite = () => seen.Add(RequestContext.Get("who"));
        RequestContext.Set("who", "the first caller");
        await Account.Deposit(1, 1);
        Assert.Equal([null], seen);
    }

    [Fact]
    public async Task Commits_operations_and_bytes_are_counted()
    {
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == "ControlPlane.Grains")
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (!tags.Contains(new KeyValuePair<string, object?>("grain", "account")))
                return;
            lock (counted)
                counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + value;
        });
        listener.Start();
        var held = Faults.Hold();
        var deposits = Enumerable.Range(0, 20).Select(id => Account.Deposit(id, 1)).ToArray();
        await held;
        await UntilArrived(20);
        Faults.Release();
        await Task.WhenAll(deposits);
        lock (counted)
        {
            Assert.Equal(Faults.Writes, counted["controlplane.grains.commits"]);
            Assert.Equal(20, counted["controlplane.grains.operations"]);
            // The second write has the operations of the first again; an operation is 4 bytes long.
            Assert.InRange(counted["controlplane.grains.bytes"], 4 * 20, 2 * 4 * 20);
        }
    }
}
