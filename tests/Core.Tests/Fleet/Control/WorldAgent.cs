using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>An agent that follows its task list and runs jobs by the time that they are expected to take.</summary>
internal sealed class WorldAgent(string site)
{
    private readonly Dictionary<(string Job, long Token), double> _ends = [];
    private readonly List<AgentReport> _reports = [];
    private double _silentUntilS;
    private double _leaseEndS;
    private double _leaseS;
    private long _nextReport = 1;
    private long _version;

    public string Site => site;

    public string Name => $"agent-{site}";

    public long Epoch { get; private set; }

    public IReadOnlyCollection<(string Job, long Token)> Running => _ends.Keys;

    public void Silence(double untilS) => _silentUntilS = untilS;

    public bool IsSilent(double nowS) => nowS < _silentUntilS;

    /// <summary>The process of the agent is started anew: all that it ran is gone.</summary>
    public void Restart() => End();

    public void Begin(AgentSession session)
    {
        End();
        Epoch = session.Epoch;
        _leaseS = session.LeaseS;
        _leaseEndS = double.PositiveInfinity;
    }

    public void End()
    {
        _ends.Clear();
        _reports.Clear();
        (Epoch, _nextReport, _version) = (0, 1, 0);
    }

    /// <summary>Runs end; an agent whose lease is over stops what it runs.</summary>
    public void Advance(double nowS)
    {
        if (Epoch > 0 && nowS >= _leaseEndS)
            End();
        foreach (var (job, token) in _ends.Where(e => e.Value <= nowS).Select(e => e.Key).ToArray())
        {
            _ends.Remove((job, token));
            _reports.Add(new AgentReport(_nextReport++, job, token, job.EndsWith("13", StringComparison.Ordinal) ? AgentReportKind.Failed : AgentReportKind.Finished, 1));
        }
    }

    public AgentBeat Beat(RandomStream random, bool isTroubled) => new()
    {
        Site = site,
        Epoch = Epoch,
        KnownVersion = _version,
        Reports = isTroubled && random.NextBelow(3) == 0 ? [.. _reports.Take(1)] : [.. _reports],
    };

    public void Take(AgentOrders orders, double nowS)
    {
        _leaseEndS = nowS + _leaseS;
        _reports.RemoveAll(r => r.Number <= orders.Confirmed);
        if (orders.Tasks is not { } tasks)
            return;
        _version = orders.Version;
        var wanted = tasks.ToDictionary(t => (t.Job, t.Token));
        foreach (var gone in _ends.Keys.Where(k => !wanted.ContainsKey(k)).ToArray())
            _ends.Remove(gone);
        foreach (var (key, task) in wanted)
        {
            if (!_ends.ContainsKey(key) && !_reports.Any(r => (r.Job, r.Token) == key))
                _ends.Add(key, nowS + task.Units * task.SecondsPerUnit);
        }
    }
}
