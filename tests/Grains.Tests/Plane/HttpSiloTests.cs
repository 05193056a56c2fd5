using ControlPlane.Client.Node.Agents;
using ControlPlane.Fleet.Control;
using ControlPlane.Grains.Tests.Live;
using ControlPlane.Grains.Tests.Postgres;
using ControlPlane.Grains.Tests.Processes;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>Silos as processes over PostgreSQL, reached over HTTP only, with a simulated agent at every site.</summary>
[Collection(PostgresTests.Name)]
public sealed class HttpSiloTests(PostgresServer server)
{
    private static readonly string[] Arguments = ["--http-port", "0", "--dev", "--fleet", "paper", "--agent-lease", "20s", "--response-timeout", "2s"];
    private static readonly AgentSettings Fast = new(Speed: 2_000);

    [PostgresFact]
    public async Task A_silo_that_is_killed_under_load_costs_no_acknowledged_job_and_none_counts_twice()
    {
        var database = await server.CreateDatabase();
        await using var lost = await SiloProcess.Start(database, Arguments);
        await using var left = await SiloProcess.Start(database, Arguments);
        Uri[] silos = [new(lost.Ready["http"]), new(left.Ready["http"])];
        using var end = new CancellationTokenSource();
        using EitherSilo first = new(silos), second = new(silos[1], silos[0]);
        var agents = await StartAgents(first, end.Token);
        HttpLoad[] loads = [new("one", first), new("two", second)];
        using var enough = new CancellationTokenSource();
        var loading = Task.WhenAll(loads.Select(l => Task.Run(() => l.Run(enough.Token))));
        await Insistence.Until(first.Ledger, l => l.Completed > 50);
        lost.Kill();
        var before = loads.Sum(l => l.Acknowledged.Count);
        await Insistence.Until(() => Task.FromResult(loads.Sum(l => l.Acknowledged.Count)), n => n > before + TestScale.Pick(200, 2_000));
        await enough.CancelAsync();
        await loading;
        await AllEndedOnce(second, [.. loads.SelectMany(l => l.Acknowledged)]);
        await end.CancelAsync();
        await agents;
    }

    private static async Task<Task> StartAgents(EitherSilo silos, CancellationToken cancellation)
    {
        var sites = await Insistence.Until(silos.Sites, s => s.Count > 0);
        var agents = sites.Select(s => new SiteAgent(
            new AgentCore(s.Name, Fast), silos, new AgentHello(s.Name, "test", s.Gpus), TimeSpan.FromMinutes(1), TimeProvider.System, _ => { }));
        return Task.WhenAll(agents.Select(a => Task.Run(() => a.Run(cancellation), CancellationToken.None)));
    }

    private static async Task AllEndedOnce(EitherSilo silos, IReadOnlyList<string> acknowledged)
    {
        var ledger = await Insistence.Until(silos.Ledger, l => l.Held + l.Queued + l.Running == 0);
        Assert.True(ledger.Closes, ledger.ToString());
        // What was never acknowledged was submitted again until it was: there are no others.
        Assert.Equal((acknowledged.Count, acknowledged.Count), (ledger.Submitted, ledger.Completed));
        Assert.Equal(ledger.Completed, ledger.Sites.Sum(s => s.Completed));
        var jobs = await Insistence.Until(() => silos.Jobs(new JobFilter { Most = int.MaxValue }), _ => true);
        Assert.All(jobs, j => Assert.Equal(JobState.Completed, j.State));
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), jobs.Select(j => j.Submission.Id).Order(StringComparer.Ordinal));
    }
}
