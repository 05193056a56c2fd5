using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>
/// A node, submitters and agents in virtual time: submissions are repeated, agents go silent, come back, lose answers, repeat reports and fail jobs, operators drain
/// sites, and the node is lost between commits and comes back from its journal.
/// </summary>
internal sealed partial class NodeWorld
{
    private static readonly DateTimeOffset Founding = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly FleetModel _model;
    private readonly RandomStream _random;
    private readonly NodeSettings _settings;
    private readonly List<byte[]> _committed = [];
    private readonly Dictionary<string, JobSubmission> _acknowledged = [];
    private readonly WorldAgent[] _agents;
    private OperationBuffer _log = new();
    private byte[] _snapshot = [];
    private long _incarnation;
    private double _nowS;
    private int _submitted;
    private int? _quota;

    public NodeWorld(FleetModel model, long seed, NodeSettings? settings = null)
    {
        _model = model;
        _random = new RandomStream(seed, "node-world");
        _settings = settings ?? new NodeSettings();
        _agents = [.. model.Sites.Select(s => new WorldAgent(s.Name))];
        Node = Make();
        Node.Found(Founding);
        Commit();
    }

    public ControlNode Node { get; private set; }

    public IReadOnlyDictionary<string, JobSubmission> Acknowledged => _acknowledged;

    private NodeRules Rules
    {
        get
        {
            var policy = PolicyCatalog.Create(new PolicySpec("least-loaded"), new PolicyContext(Node.View, _random, null, 100, 1));
            return new NodeRules(policy, policy) { Canary = (policy, policy) };
        }
    }

    /// <summary>Lets things happen.</summary>
    public void Run(int steps, bool isTroubled)
    {
        for (var i = 0; i < steps; i++)
        {
            Step(isTroubled);
            Assert.True(Node.Ledger().Closes, $"{Node.Ledger()}");
            var running = _agents.SelectMany(a => a.Running).Select(r => r.Job).ToArray();
            Assert.Equal(running.Distinct().Count(), running.Length);
        }
    }

    /// <summary>All agents are back and nothing goes wrong until every job has ended.</summary>
    public void Heal()
    {
        foreach (var site in _model.Sites)
            Do(n => n.ChangeSite(site.Name, new SiteChange(Draining: false, GpuLimit: site.GpuCount), "test", Rules));
        for (var i = 0; i < 100_000 && Node.Live > 0; i++)
        {
            Advance(2);
            foreach (var agent in _agents)
                Beat(agent, isTroubled: false);
            Do(n => n.Tick(Rules));
        }
    }

    /// <summary>The node is lost with all that is not committed, and comes back.</summary>
    public void Crash()
    {
        var before = Saved(Node);
        _log = new OperationBuffer();
        Node = Make();
        if (_snapshot.Length > 0)
        {
            var reader = new StateReader(_snapshot);
            Node.Load(ref reader);
            reader.RequireEnd();
        }

        foreach (var batch in _committed)
            OperationBuffer.ReplayAll(batch, Node);
        _log.Clear();
        Assert.Equal(before, Saved(Node));
        Node.SetTime(Founding.AddSeconds(_nowS));
        Node.Recovered();
    }

    private static byte[] Saved(ControlNode node)
    {
        var writer = new StateWriter();
        node.Save(writer);
        return writer.Written.ToArray();
    }

    private ControlNode Make() => new(_model, _settings, _log, ++_incarnation);

    private void Step(bool isTroubled)
    {
        Advance(_random.NextExponential(1));
        switch (_random.NextBelow(10))
        {
            case 0 or 1 or 2:
                Submit();
                break;
            case 3 when isTroubled:
                Trouble();
                break;
            case 5 when isTroubled && _random.NextBelow(4) == 0:
                Live();
                break;
            case 4:
                Do(n => n.Tick(Rules));
                Decide();
                break;
            default:
                Beat(_agents[_random.NextBelow(_agents.Length)], isTroubled);
                break;
        }
    }

    private void Advance(double seconds)
    {
        _nowS += seconds;
        Node.SetTime(Founding.AddSeconds(_nowS));
        foreach (var agent in _agents)
            agent.Advance(_nowS);
    }

    private void Submit()
    {
        var number = _random.NextBelow(4) == 0 && _submitted > 0 ? _random.NextBelow(_submitted) : _submitted++;
        var submission = new JobSubmission
        {
            Id = $"job-{number}",
            SizeUnits = 10 + number % 40,
            Priority = number % 3,
            Deadline = number % 4 == 0 ? Founding.AddSeconds(number % 100) : null,
            PreferredSites = number % 5 == 0 ? [_model.Sites[0].Name] : [],
            ForbiddenSites = number % 7 == 0 ? [_model.Sites[^1].Name] : [],
            Tenant = number % 2 == 0 ? "red" : null,
        };
        var result = Do(n => n.Submit(submission, Rules));
        if (result.Outcome == SubmitVerdict.Busy)
        {
            var red = Node.Tenants().Single(t => t.Name == submission.Tenant);
            Assert.True(red.Quota == _quota && red.Live >= _quota, $"{red}");
            return;
        }

        Assert.Equal(_acknowledged.ContainsKey(submission.Id) ? SubmitVerdict.Known : SubmitVerdict.Accepted, result.Outcome);
        _acknowledged[submission.Id] = submission;
    }

    private void Trouble()
    {
        var site = _model.Sites[_random.NextBelow(_model.SiteCount)].Name;
        switch (_random.NextBelow(9))
        {
            case 0:
                Crash();
                break;
            case 1:
                // What was done and not committed never happened.
                Node.Submit(new JobSubmission { Id = $"lost-{_nowS}", SizeUnits = 5 }, Rules);
                Abandon();
                break;
            case 2:
                var gpus = _random.NextBelow(2) == 0 ? _random.NextBelow(5) : default(int?);
                Do(n => n.ChangeSite(site, new SiteChange(Draining: _random.NextBelow(2) == 0, GpuLimit: gpus), "test", Rules));
                break;
            case 3 when _acknowledged.Count > 0:
                Do(n => n.Cancel($"job-{_random.NextBelow(_submitted)}", "test", Rules));
                break;
            case 4:
                _quota = _random.NextBelow(3) == 0 ? null : _random.NextBelow(40);
                Do(n => n.SetQuota("red", _quota, "test"));
                break;
            case 6 when Node.Batteries().Count > 0:
                Do(n => n.OverrideBattery(0, new BatteryOrder(_random.NextUniform(), Founding.AddSeconds(_nowS + 60), "test"), "test"));
                break;
            case 7:
                Do(n => n.ReleaseBattery(0, null, "test"));
                break;
            case 5:
                _agents[_random.NextBelow(_agents.Length)].Silence(_nowS + 60 * _random.NextUniform());
                break;
            default:
                _agents[_random.NextBelow(_agents.Length)].Restart();
                break;
        }
    }

    // Decisions, too, are committed one by one, and a crash may come between them.
    private void Decide()
    {
        foreach (var question in Node.Undecided())
        {
            var decision = new SlotDecision(new SiteSetPoint(_random.NextUniform()), SlotSource.Policy, "test", new SiteConditions(new Tariff(0.1, 0.05, 0.3)));
            Do(n => n.Decide(question.Site, question.Slot, decision));
        }
    }

    private void Abandon()
    {
        _log.Clear();
        _log = new OperationBuffer();
        Node = Make();
        if (_snapshot.Length > 0)
        {
            var reader = new StateReader(_snapshot);
            Node.Load(ref reader);
        }

        foreach (var batch in _committed)
            OperationBuffer.ReplayAll(batch, Node);
        _log.Clear();
        Node.SetTime(Founding.AddSeconds(_nowS));
        Node.Recovered();
    }

    private void Beat(WorldAgent agent, bool isTroubled)
    {
        if (agent.IsSilent(_nowS))
            return;
        try
        {
            if (agent.Epoch == 0)
                agent.Begin(Do(n => n.Register(new AgentHello(agent.Site, agent.Name, _model.Sites.First(s => s.Name == agent.Site).GpuCount), Rules)));
            var beat = agent.Beat(_random, isTroubled);
            var orders = Do(n => n.Beat(beat, Rules));
            // Some answers are lost: the agent says the same again.
            if (!isTroubled || _random.NextBelow(5) > 0)
                agent.Take(orders, _nowS);
        }
        catch (ControlException refused) when (refused.Problem == ControlProblem.Conflict)
        {
            agent.End();
        }
    }

    private T Do<T>(Func<ControlNode, T> operation)
    {
        try
        {
            return operation(Node);
        }
        finally
        {
            Commit();
        }
    }

    private void Do(Action<ControlNode> operation) => Do(n =>
    {
        operation(n);
        return true;
    });

    private void Commit()
    {
        if (_log.Count == 0)
            return;
        _committed.Add(_log.Bytes.ToArray());
        _log.Clear();
        if (_committed.Count < 50)
            return;
        _snapshot = Saved(Node);
        _committed.Clear();
    }
}
