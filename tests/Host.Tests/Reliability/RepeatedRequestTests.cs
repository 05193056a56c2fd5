using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Silo.Embedded.Journal.Sqlite;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>R2 over HTTP: every request is delivered one to three times in random order, and the effects are those of the distinct ones.</summary>
public sealed class RepeatedRequestTests : IDisposable
{
    private const string Changed = "north";
    private readonly RepeatingHandler _network = new(seed: 2);
    private readonly RecordingAgent[] _agents = [.. HttpNode.Fleet.Sites.Select(s => new RecordingAgent(s.Name, s.GpuCount))];
    private readonly RecordingSubmitter[] _submitters = [.. Enumerable.Range(0, 6).Select(i => new RecordingSubmitter($"s{i}"))];
    private int _changes;
    private int _publications;

    [Fact]
    public async Task Requests_that_are_delivered_up_to_three_times_have_the_effects_of_one()
    {
        var jobs = TestScale.Pick(400, 6_000);
        using var folder = new TemporaryFolder();
        await using var node = await HttpNode.Start(new SqliteJournalStorage(folder.Path), new NodeSettings { AgentLeaseS = 600, Events = 1_000_000 });
        using var direct = new NodeApi(node.Address);
        var before = await direct.Site(Changed);
        using (var api = new NodeApi(node.Address, _network))
        {
            await Work(api, direct, jobs / _submitters.Length);
            await _network.Settle();
        }

        Assert.True(_network.Repeated > jobs / 2, $"only {_network.Repeated} copies");
        await CheckJobs(direct);
        await CheckOperator(direct, before);
        Assert.All(_agents, a => Assert.Empty(a.ToldAgain));
    }

    public void Dispose() => _network.Dispose();

    private async Task Work(NodeApi api, NodeApi direct, int jobsEach)
    {
        using var end = new CancellationTokenSource();
        Task[] others =
        [
            .. _agents.Select(a => Repeat(() => end.IsCancellationRequested, _ => a.Step(api))),
            Repeat(() => end.IsCancellationRequested, _ => Operate(api)),
        ];
        await Task.WhenAll(_submitters.Select(s => Repeat(() => s.IsSettled && s.Acknowledged.Count >= jobsEach, random => s.Step(api, random))));
        while (await direct.Ledger() is not { Held: 0, Queued: 0, Running: 0 } && !others.Any(o => o.IsFaulted))
            await Task.Delay(20, CancellationToken.None);
        await end.CancelAsync();
        await Task.WhenAll(others);
    }

    private static Task Repeat(Func<bool> isEnough, Func<Random, Task> step)
    {
        var random = new Random(22);
        return Task.Run(async () =>
        {
            while (!isEnough())
                await step(random);
        });
    }

    // A version that is expected, and a key that is used once, make copies of operations harmless that would otherwise take effect again.
    private async Task Operate(NodeApi api)
    {
        _publications++;
        await api.Publish("round-robin", $"note {_publications}", $"once-{_publications}");
        var site = await api.Site(Changed);
        try
        {
            await api.Drain(Changed, !site.IsDraining, site.Version);
        }
        catch (NodeAnswerException other) when (other.Status == 412)
        {
            // Another copy of this request was first.
        }

        _changes++;
    }

    private async Task CheckJobs(NodeApi api)
    {
        var ids = _submitters.SelectMany(s => s.Acknowledged).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        var ledger = await api.Ledger();
        Assert.True(ledger.Closes);
        Assert.Equal(ids.Length, ledger.Submitted);
        Assert.Equal(ids.Length, ledger.Completed + ledger.Cancelled);
        foreach (var id in ids)
        {
            var kinds = (await api.Why(id)).History.Select(e => e.Kind).ToArray();
            Assert.Single(kinds, k => k == "submitted");
            Assert.Single(kinds, k => k is "completed" or "cancelled");
        }
    }

    private async Task CheckOperator(NodeApi api, SiteView before)
    {
        // The first version is the founder's.
        Assert.Equal(1 + _publications, (await api.Policies()).Count);
        var after = await api.Site(Changed);
        Assert.Equal(before.Version + _changes, after.Version);
        Assert.Equal(_changes % 2 == 1, after.IsDraining);
    }
}
