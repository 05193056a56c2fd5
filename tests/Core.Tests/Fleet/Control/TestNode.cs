using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>A node with its journal in memory and a clock that stands still.</summary>
internal sealed class TestNode
{
    private static readonly DateTimeOffset Founding = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly FleetModel _model;
    private readonly NodeSettings _settings;
    private readonly OperationBuffer _log = new();
    private readonly IPlacementPolicy _policy;
    private readonly Dictionary<string, (long Epoch, long Reports)> _sessions = [];
    private double _nowS;

    public TestNode(FleetModel? model = null, NodeSettings? settings = null, Func<FleetView, IPlacementPolicy>? policy = null)
    {
        (_model, _settings) = (model ?? TestFleets.Small().Fleet, settings ?? new NodeSettings());
        Node = new ControlNode(_model, _settings, _log, 1);
        _policy = policy is null ? PolicyCatalog.Create(new PolicySpec("least-loaded"), new PolicyContext(Node.View, new RandomStream(1, "test-node"), null, 100, 1)) : policy(Node.View);
        Node.Found(Founding);
        Node.SetTime(Founding);
    }

    public ControlNode Node { get; }

    public NodeRules Rules => new(_policy, _policy) { Canary = Canary is null ? null : (Canary, Canary), Watcher = Watcher, Runs = Runs };

    /// <summary>What decides about the canary's jobs.</summary>
    public IPlacementPolicy? Canary { get; set; }

    /// <summary>Sees decisions.</summary>
    public IDecisionWatcher? Watcher { get; set; }

    /// <summary>Hears of runs that end.</summary>
    public IRunWatcher? Runs { get; set; }

    /// <summary>Bytes that the journal has.</summary>
    public int JournalBytes => _log.Bytes.Length;

    public DateTimeOffset Now => Founding.AddSeconds(_nowS);

    /// <summary>Does what is due.</summary>
    public void Tick() => Node.Tick(Rules);

    public void Advance(double seconds)
    {
        _nowS += seconds;
        Node.SetTime(Founding.AddSeconds(_nowS));
    }

    public SubmitVerdict Submit(string id, string? tenant = null, double sizeUnits = 10, string[]? forbidden = null, int priority = 0, double? deadlineS = null)
    {
        var submission = new JobSubmission { Id = id, SizeUnits = sizeUnits, Tenant = tenant, ForbiddenSites = forbidden ?? [], Priority = priority };
        return Node.Submit(deadlineS is { } dueS ? submission with { Deadline = Founding.AddSeconds(dueS) } : submission, Rules).Outcome;
    }

    /// <summary>Another version of the policy is said to decide; the rules stay.</summary>
    public void Publish(string policy) => Node.Activate(Node.Publish(new PolicyChoice(policy, new Dictionary<string, string>()), "", "ann"), "ann");

    /// <summary>The site's agent comes, with all GPUs or some.</summary>
    /// <returns>Number of its session.</returns>
    public long Register(string site, int? gpus = null)
    {
        var all = _model.Sites.Single(s => s.Name == site).GpuCount;
        _sessions[site] = (Node.Register(new AgentHello(site, "agent", gpus ?? all), Rules).Epoch, 0);
        return _sessions[site].Epoch;
    }

    /// <summary>The agent of a site beats.</summary>
    public AgentOrders Beat(string site, int? gpus = null) =>
        Node.Beat(new AgentBeat { Site = site, Epoch = _sessions[site].Epoch, Gpus = gpus }, Rules);

    /// <summary>The agent of a site reports what became of a job.</summary>
    public AgentOrders Report(string site, string job, AgentReportKind kind, double doneUnits = 1, double? energyJ = null)
    {
        var token = Beat(site).Tasks!.Single(t => t.Job == job).Token;
        return ReportUnder(site, job, token, kind, doneUnits, energyJ);
    }

    /// <summary>The same under a token.</summary>
    public AgentOrders ReportUnder(string site, string job, long token, AgentReportKind kind, double doneUnits = 1, double? energyJ = null)
    {
        var (epoch, reports) = _sessions[site];
        _sessions[site] = (epoch, reports + 1);
        return Node.Beat(new AgentBeat { Site = site, Epoch = epoch, Reports = [new AgentReport(reports + 1, job, token, kind, doneUnits, energyJ)] }, Rules);
    }

    /// <summary>The same node, restored from its journal, and again from a snapshot of that.</summary>
    public ControlNode Restored()
    {
        var replayed = new ControlNode(_model, _settings, new OperationBuffer(), 2);
        OperationBuffer.ReplayAll(_log.Bytes.Span, replayed);
        Assert.Equal(Saved(Node), Saved(replayed));
        var loaded = new ControlNode(_model, _settings, new OperationBuffer(), 3);
        var reader = new StateReader(Saved(replayed));
        loaded.Load(ref reader);
        reader.RequireEnd();
        Assert.Equal(Saved(Node), Saved(loaded));
        loaded.SetTime(Founding.AddSeconds(_nowS));
        return loaded;
    }

    private static byte[] Saved(ControlNode node)
    {
        var writer = new StateWriter();
        node.Save(writer);
        return writer.Written.ToArray();
    }
}
