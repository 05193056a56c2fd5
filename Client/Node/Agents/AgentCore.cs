using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node.Agents;

/// <summary>
/// A site's agent without clock or network: follows its task list, "runs" tasks by the time that they are expected to take, repeats reports until they are confirmed, and has
/// nothing left when its lease is over. Times are seconds of any clock that does not go back.
/// </summary>
/// <param name="site">Name of the site.</param>
/// <param name="settings">How jobs run.</param>
internal sealed class AgentCore(string site, AgentSettings settings)
{
    // A host takes 10 000; the others follow with the next beat.
    private const int MostReports = 5_000;

    // A beat each third of a lease, less what the way takes.
    private const double WaitShare = 0.25;
    private const double LongestWaitS = 30;

    private readonly Dictionary<(string Job, long Token), TaskRun> _runs = [];
    private readonly List<AgentReport> _reports = [];
    private long _epoch;
    private double _leaseS;
    private long _nextReport = 1;
    private long _version;

    /// <summary>Name of the site.</summary>
    public string Site => site;

    /// <summary>Whether it has a session.</summary>
    public bool HasSession => _epoch > 0;

    /// <summary>When its lease is over, seconds.</summary>
    public double LeaseEndS { get; private set; }

    /// <summary>Length of its lease, seconds.</summary>
    public double LeaseS => _leaseS;

    /// <summary>The tasks that run.</summary>
    public IReadOnlyCollection<(string Job, long Token)> Running => _runs.Keys;

    /// <summary>What it has done.</summary>
    public AgentTally Tally { get; private set; } = new();

    /// <summary>A session begins: what ran before is stopped.</summary>
    /// <param name="session">The session.</param>
    /// <param name="sentS">When it was asked for: the lease counts from there.</param>
    public void Begin(AgentSession session, double sentS)
    {
        End();
        (_epoch, _leaseS, LeaseEndS) = (session.Epoch, session.LeaseS, sentS + session.LeaseS);
        Tally = Tally with { Sessions = Tally.Sessions + 1 };
    }

    /// <summary>The session is over: all tasks are stopped, and what was not reported is forgotten, since nobody would hear it.</summary>
    public void End()
    {
        Tally = Tally with { Stopped = Tally.Stopped + _runs.Count };
        _runs.Clear();
        _reports.Clear();
        (_epoch, _nextReport, _version) = (0, 1, 0);
    }

    /// <summary>Time passes: tasks end; without a lease all are stopped.</summary>
    /// <param name="nowS">Now, seconds.</param>
    public void Advance(double nowS)
    {
        if (!HasSession)
            return;
        if (nowS >= LeaseEndS)
        {
            End();
            return;
        }

        foreach (var (key, run) in _runs.Where(r => r.Value.EndS <= nowS).OrderBy(r => r.Value.EndS).ToArray())
        {
            _runs.Remove(key);
            Finish(run, nowS);
        }
    }

    /// <summary>What to say now. It may wait until the next task ends or another beat is due.</summary>
    /// <param name="nowS">Now, seconds.</param>
    public AgentBeat Beat(double nowS)
    {
        var nextEndS = _runs.Count == 0 ? double.PositiveInfinity : _runs.Values.Min(r => r.EndS);
        return new AgentBeat
        {
            Site = site,
            Epoch = _epoch,
            KnownVersion = _version,
            Reports = [.. _reports.Take(MostReports)],
            WaitS = _reports.Count > MostReports ? 0 : Math.Max(0, Math.Min(nextEndS - nowS, Math.Min(WaitShare * _leaseS, LongestWaitS))),
        };
    }

    /// <summary>The last beat of an agent that leaves: nothing runs any more, and the site has no GPUs, so that its jobs need not wait for the end of the lease.</summary>
    /// <param name="nowS">Now, seconds.</param>
    public AgentBeat Leave(double nowS)
    {
        StopAll([.. _runs.Keys], nowS);
        return Beat(nowS) with { Gpus = 0, WaitS = 0 };
    }

    /// <summary>Follows what a beat was answered: stops first, so that GPUs are free for what starts.</summary>
    /// <param name="orders">The answer.</param>
    /// <param name="sentS">When the beat was sent: the lease counts from there.</param>
    /// <param name="nowS">Now, seconds.</param>
    public void Take(AgentOrders orders, double sentS, double nowS)
    {
        if (!HasSession)
            return;
        LeaseEndS = Math.Max(LeaseEndS, sentS + _leaseS);
        _reports.RemoveAll(r => r.Number <= orders.Confirmed);
        if (orders.Tasks is not { } tasks)
            return;
        _version = orders.Version;
        var wanted = tasks.ToDictionary(t => (t.Job, t.Token));
        StopAll([.. _runs.Keys.Where(k => !wanted.ContainsKey(k))], nowS);
        foreach (var (key, task) in wanted)
        {
            if (!_runs.ContainsKey(key) && !HasEnded(key))
                Start(key, task, nowS);
        }
    }

    // The list may have been made before the host heard how the task ended.
    private bool HasEnded((string Job, long Token) key) =>
        _reports.Exists(r => (r.Job, r.Token) == key && r.Kind is AgentReportKind.Finished or AgentReportKind.Failed);

    private void Start((string Job, long Token) key, AgentTask task, double nowS)
    {
        _runs.Add(key, TaskRun.Start(task, settings, nowS));
        Report(task, AgentReportKind.Started, 0);
        Tally = Tally with { Started = Tally.Started + 1 };
    }

    private void Finish(TaskRun run, double nowS)
    {
        if (run.FailsAt is null)
        {
            Report(run.Task, AgentReportKind.Finished, run.DoneUnits(nowS), run.EnergyJ(nowS));
            Tally = Tally with { Finished = Tally.Finished + 1 };
            return;
        }

        Report(run.Task, AgentReportKind.Failed, run.DoneUnits(nowS), run.EnergyJ(nowS), "failure by chance (--fail)");
        Tally = Tally with { Failed = Tally.Failed + 1 };
    }

    private void StopAll(IReadOnlyList<(string Job, long Token)> keys, double nowS)
    {
        foreach (var key in keys)
        {
            _runs.Remove(key, out var run);
            Report(run!.Task, AgentReportKind.Stopped, run.DoneUnits(nowS), run.EnergyJ(nowS));
        }

        Tally = Tally with { Stopped = Tally.Stopped + keys.Count };
    }

    private void Report(AgentTask task, AgentReportKind kind, double doneUnits, double? energyJ = null, string detail = "") =>
        _reports.Add(new AgentReport(_nextReport++, task.Job, task.Token, kind, doneUnits, energyJ, detail));
}
