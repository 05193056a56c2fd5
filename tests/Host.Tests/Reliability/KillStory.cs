using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Host.Tests.Operating;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Everybody who works with a node that is killed again and again. They outlive it, and each remembers what it was answered.</summary>
/// <param name="place">The node's journal.</param>
/// <param name="seed">Of all random choices.</param>
internal sealed class KillStory(JournalPlace place, int seed)
{
    // Longer than any start takes: no job is given to another site, so that each must run exactly once.
    private static readonly string[] Settings = ["--carrier", "embedded", "--dev", "--agent-lease", "10m", "--log-level", "none", "--repeat-signals"];
    private static readonly string EnergyFleet = Path.Combine(AppContext.BaseDirectory, "Reliability", "energy-fleet.yaml");
    private readonly Random _random = new(seed);
    private readonly RecordingSubmitter[] _submitters = [.. Enumerable.Range(0, 4).Select(i => new RecordingSubmitter($"s{i}"))];
    private readonly Dictionary<(string Site, long Number), SlotView> _slots = [];
    private IReadOnlyList<RecordingAgent> _agents = [];
    private readonly RecordingGenerator _generator = new();
    private RecordingOperator _operator = new([]);

    /// <summary>Makes a fresh node and learns its sites.</summary>
    public async Task Begin()
    {
        using var node = await Start();
        using var api = new NodeApi(node.Address);
        var sites = await api.Sites();
        _agents = [.. sites.Select(s => new RecordingAgent(s.Name, s.Gpus))];
        _operator = new RecordingOperator([.. sites.Select(s => s.Name)]);
    }

    /// <summary>Starts the node, looks at what it knows, works with it and kills it at a random instant.</summary>
    public async Task Round()
    {
        using var node = await Start();
        using var api = new NodeApi(node.Address);
        await Check(api);
        var work = Workers(api);
        await Task.Delay(_random.Next(20, 400));
        await node.Kill();
        await Task.WhenAll(work);
    }

    /// <summary>Lets everything finish and looks at the whole: every job ran once, and three processes in a row show the same.</summary>
    public async Task End()
    {
        string before;
        using (var node = await Start())
        {
            using var api = new NodeApi(node.Address);
            await Check(api);
            await Finish(api);
            before = await NodeExport.Of(api);
            await node.Kill();
        }

        Assert.Equal(before, await Export(async node => Assert.Equal(0, await node.Stop())));
        Assert.Equal(before, await Export(node => Task.CompletedTask));
        Assert.Contains(_slots.Values, s => s.Account is not null);
        _generator.CheckThatSomeAreKnown();
    }

    private Task<NodeProcess> Start() => NodeProcess.Start(
        place.Folder, [.. Settings, "--fleet", EnergyFleet, .. place.Connection is { } database ? (string[])["--connection", database] : []]);

    private async Task<string> Export(Func<NodeProcess, Task> end)
    {
        using var node = await Start();
        using var api = new NodeApi(node.Address);
        var export = await NodeExport.Of(api);
        await end(node);
        return export;
    }

    private Task[] Workers(NodeApi api) =>
    [
        // As many requests as last until the kill on most machines; the jobs of all rounds stay within what a node remembers.
        .. _submitters.Select(s => UntilKilled(most: 40, random => s.Step(api, random))),
        .. _agents.Select(a => UntilKilled(most: int.MaxValue, _ => a.Step(api))),
        UntilKilled(most: int.MaxValue, random => _operator.Step(api, random)),
        UntilKilled(most: 20, random => _generator.Step(api, random)),
    ];

    private Task UntilKilled(int most, Func<Random, Task> step)
    {
        var random = new Random(_random.Next());
        return Task.Run(async () =>
        {
            try
            {
                for (var i = 0; i < most; i++)
                    await step(random);
            }
            catch (HttpRequestException)
            {
                // The node was killed.
            }
        });
    }

    private async Task Check(NodeApi api)
    {
        foreach (var submitter in _submitters)
            await submitter.Settle(api);
        var jobs = (await api.Jobs()).ToDictionary(j => j.Submission.Id, StringComparer.Ordinal);
        Assert.All(_submitters, s => s.Check(jobs));
        await _operator.Check(api);
        await CheckEnergy(api);
        await _generator.Check(api);
        var ledger = await api.Ledger();
        Assert.True(ledger.Closes, ledger.ToString());
        Assert.Equal(_submitters.Sum(s => s.Acknowledged.Count), ledger.Submitted);
        Assert.All(_agents, a => Assert.Empty(a.ToldAgain));
    }

    // Every slot that was told of before is there as it was, and all close.
    private async Task CheckEnergy(NodeApi api)
    {
        foreach (var site in await api.Energy())
        {
            var slots = (await api.Slots(site.Site)).Slots;
            Assert.All(slots, s => Assert.True(s.Account is not { } account || account.Residual <= 1e-6, s.ToString()));
            Assert.All(slots, s => Assert.Equal(s, _slots.TryAdd((site.Site, s.Number), s) ? s : _slots[(site.Site, s.Number)]));
        }
    }

    private async Task Finish(NodeApi api)
    {
        foreach (var agent in _agents)
            await api.Drain(agent.Site, isDraining: false);
        var ledger = await api.Ledger();
        while (ledger.Held + ledger.Queued + ledger.Running > 0 || !_agents.All(a => a.IsIdle))
        {
            await Task.WhenAll(_agents.Select(a => a.Step(api)));
            ledger = await api.Ledger();
        }

        Assert.Equal(ledger.Submitted, ledger.Completed + ledger.Cancelled);
        Assert.True(ledger.Completed > 0);
        CheckRuns((await api.Jobs()).Where(j => j.State == JobState.Completed).Select(j => j.Submission.Id));
    }

    private void CheckRuns(IEnumerable<string> completed)
    {
        Assert.All(_agents, a => Assert.Equal(1, a.Sessions));
        var runs = _agents.SelectMany(a => a.Runs).ToLookup(r => r.Key, r => r.Value, StringComparer.Ordinal);
        Assert.All(runs, job => Assert.Equal(1, job.Sum()));
        Assert.All(completed, id => Assert.True(runs.Contains(id), $"{id} is completed and no site ran it"));
    }
}
