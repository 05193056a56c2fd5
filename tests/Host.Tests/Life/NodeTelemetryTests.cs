using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Embedded.Node.Deciding;

namespace ControlPlane.Host.Tests.Life;

/// <summary>What a node's policies learn of runs that end at its sites.</summary>
public sealed class NodeTelemetryTests : IDisposable
{
    private const double SizeUnits = 100;
    private readonly ControlNode _node = new(TestFleets.Small().Fleet, new NodeSettings { AgentLeaseS = 1e6 }, new OperationBuffer(), 1);
    private readonly NodePolicies _policies = new(new KnownLoad(SizeUnits, 1, 1), new DecisionSettings { Patience = TimeSpan.FromSeconds(30) }, TimeProvider.System);
    private readonly Dictionary<string, (long Epoch, long Reports)> _agents = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private int _jobs;

    public NodeTelemetryTests()
    {
        _node.Found(_now);
        _node.SetTime(_now);
        _node.Activate(_node.Publish(new PolicyChoice("fluid", new Dictionary<string, string>()), "", "ann"), "ann");
        foreach (var site in _node.View.Model.Sites)
            _agents[site.Name] = (_node.Register(new AgentHello(site.Name, "agent", site.GpuCount), _policies.For(_node)).Epoch, 0);
    }

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(1.5, true)]
    public void A_site_that_is_slower_than_its_table_is_known_after_some_runs(double slower, bool isCorrected)
    {
        for (var i = 0; i < 60; i++)
            RunOne(slower);
        var notes = _policies.Explain(_node, new Job(new JobId(1_000_000), 0, SizeUnits, 0)).Notes;
        var corrected = notes.Where(n => n.Key.StartsWith("table of ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(isCorrected, corrected.Length > 0);
        Assert.All(corrected, n => Assert.StartsWith("corrected by telemetry: time x 1.4", n.Value, StringComparison.Ordinal));
    }

    public void Dispose() => _policies.Dispose();

    // A job that takes as many times longer than the table says, at whatever site it went to.
    private void RunOne(double slower)
    {
        var id = $"job-{_jobs++}";
        _node.Submit(new JobSubmission { Id = id, SizeUnits = SizeUnits }, _policies.For(_node));
        foreach (var site in _agents.Keys.ToArray())
        {
            var (epoch, reports) = _agents[site];
            var orders = _node.Beat(new AgentBeat { Site = site, Epoch = epoch }, _policies.For(_node));
            if (orders.Tasks?.SingleOrDefault(t => t.Job == id) is not { } task)
                continue;
            _now = _now.AddSeconds(slower * SizeUnits * task.SecondsPerUnit);
            _node.SetTime(_now);
            _agents[site] = (epoch, reports + 1);
            _node.Beat(new AgentBeat { Site = site, Epoch = epoch, Reports = [new AgentReport(reports + 1, id, task.Token, AgentReportKind.Finished, SizeUnits)] }, _policies.For(_node));
            return;
        }

        Assert.Fail($"{id} runs nowhere");
    }
}
