namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>A node, its agents and its callers, for one measurement.</summary>
/// <param name="options">What load.</param>
/// <param name="node">The node.</param>
/// <param name="desk">Asks it.</param>
internal sealed class LoadStand(LoadOptions options, LoadedNode node, NodeDesk desk)
{
    private const string Commits = "controlplane_node_commits_total";
    private const string Snapshots = "controlplane_node_snapshots_total";
    private const string SnapshotPause = "controlplane_node_snapshot_pause_seconds_sum";
    private readonly string _prefix = $"load-{Guid.NewGuid().ToString("N")[..8]}-";
    private readonly List<string?> _keys = [];

    /// <summary>Starts a node, measures and ends it.</summary>
    /// <param name="options">What load.</param>
    public static async Task<LoadFigures> Measure(LoadOptions options)
    {
        await using var node = await LoadedNode.Open(options);
        using var desk = new NodeDesk(node.Address, node.AdminKey);
        return await new LoadStand(options, node, desk).Measure();
    }

    private async Task<LoadFigures> Measure()
    {
        for (var i = 0; i < options.Keys; i++)
            _keys.Add(await desk.MakeKey($"load-{i}", "submitter"));
        using var stop = new CancellationTokenSource();
        var agents = options.WithAgents ? await StartAgents(stop.Token) : [];
        try
        {
            return await WithCallers();
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(agents);
        }
    }

    private async Task<List<Task>> StartAgents(CancellationToken stop)
    {
        List<Task> agents = [];
        foreach (var (site, gpus) in await desk.Sites())
            agents.Add(Run(new LoadAgent(node, await desk.MakeKey($"agent-{site}", "agent", site), site, gpus), stop));
        return agents;
    }

    private static async Task Run(LoadAgent agent, CancellationToken stop)
    {
        using (agent)
            await agent.Run(stop);
    }

    private async Task<LoadFigures> WithCallers()
    {
        Submitter[] submitters = [.. Enumerable.Range(0, options.Callers).Select(NewSubmitter)];
        try
        {
            var run = new LoadRun(submitters, options.Batch);
            var warm = await Run(run, options.WarmUp);
            var (before, nodeCpu, ownCpu) = (await Counters(), node.Cpu, Environment.CpuUsage.TotalTime);
            var (tally, elapsed) = await Run(run, options.For);
            var nodeTime = node.Cpu - nodeCpu;
            var ownTime = Environment.CpuUsage.TotalTime - ownCpu;
            var after = await Counters();
            var check = await Check(warm.Tally, tally);
            return Figures(tally, elapsed, nodeTime, ownTime, check) with
            {
                CommitsPerS = (after.Commits - before.Commits) / elapsed.TotalSeconds,
                Snapshots = after.Snapshots - before.Snapshots,
                SnapshotPauseMs = 1e3 * (after.PauseS - before.PauseS),
            };
        }
        finally
        {
            foreach (var submitter in submitters)
                submitter.Dispose();
        }
    }

    private async Task<(double Commits, double Snapshots, double PauseS)> Counters() =>
        (await desk.Counter(Commits), await desk.Counter(Snapshots), await desk.Counter(SnapshotPause));

    private Submitter NewSubmitter(int caller)
    {
        var request = new SubmitRequest(node.Address, _keys[caller % _keys.Count], _prefix, options.Batch);
        return new Submitter(node, request, options.Batch, options.Insists);
    }

    private Task<(SubmissionTally Tally, TimeSpan Elapsed)> Run(LoadRun run, TimeSpan time) =>
        options.RequestsPerS is { } rate ? run.Open(rate, time) : run.Closed(time);

    private Task<LoadCheck> Check(params SubmissionTally[] tallies) => LoadCheck.Take(
        node, desk, _keys[0], _prefix, [.. tallies.SelectMany(t => t.Acknowledged).SelectMany(a => Enumerable.Range(0, a.Count).Select(i => a.First + i))]);

    private LoadFigures Figures(SubmissionTally tally, TimeSpan elapsed, TimeSpan? nodeTime, TimeSpan ownTime, LoadCheck check) => new()
    {
        Storage = options switch { { Node: not null } => "unknown", { Connection: not null } => "postgres", _ => "sqlite" },
        Loop = options.RequestsPerS is null ? "closed" : "open",
        OfferedPerS = options.RequestsPerS * options.Batch,
        Callers = options.Callers,
        Batch = options.Batch,
        WithAgents = options.WithAgents,
        Seconds = elapsed.TotalSeconds,
        Jobs = tally.Jobs,
        JobsPerS = tally.Jobs / elapsed.TotalSeconds,
        P50Ms = tally.Latency.QuantileMs(0.5),
        P90Ms = tally.Latency.QuantileMs(0.9),
        P99Ms = tally.Latency.QuantileMs(0.99),
        P999Ms = tally.Latency.QuantileMs(0.999),
        GreatestMs = tally.Latency.QuantileMs(1),
        Refusals = tally.Refusals,
        Repeats = tally.Repeats,
        Broken = tally.Broken,
        Unknown = tally.Unknown,
        NodeCpuUsPerJob = nodeTime?.TotalMicroseconds / Math.Max(1, tally.Jobs),
        GeneratorCpuUsPerJob = ownTime.TotalMicroseconds / Math.Max(1, tally.Jobs),
        NodeMib = node.Memory?.NowMib,
        NodePeakMib = node.Memory?.PeakMib,
        Check = check,
    };
}
