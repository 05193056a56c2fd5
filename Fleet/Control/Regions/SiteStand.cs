using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Regions;

/// <summary>
/// A site of a region: its desk, its agent's session, the ids of its jobs and what happened. A deterministic state machine, as <see cref="SiteDesk"/> is. Without an agent,
/// runs end when their time has come; with one, the site begins lost and is there while its agent beats.
/// </summary>
public sealed partial class SiteStand
{
    private readonly IOperationLog _log;
    private readonly DataCenterSpec _spec;
    private readonly int _index;
    private readonly double _agentLeaseS;
    private readonly AgentStand _agent = new();
    private readonly EventRing _events;
    private readonly Dictionary<JobId, string> _names = [];
    private readonly Dictionary<string, JobId> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(JobId Job, long Token), string> _failures = [];

    /// <summary>Makes the stand of an empty site.</summary>
    /// <param name="index">Index of the site in the fleet.</param>
    /// <param name="model">The fleet.</param>
    /// <param name="agentLeaseS">How long its agent may be silent, seconds; null for a site without an agent.</param>
    /// <param name="log">Receives its operations.</param>
    /// <param name="events">The most events that are kept, ≥ 1.</param>
    public SiteStand(int index, FleetModel model, double? agentLeaseS, IOperationLog log, int events = 5_000)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(log);
        (_index, _spec, _agentLeaseS, _log) = (index, model.Sites[index], agentLeaseS ?? double.PositiveInfinity, log);
        var site = new DataCenter(index, model.Sites[index], model.Tables[index]);
        if (agentLeaseS is not null)
            site.Fail(0, [], []);
        Desk = new SiteDesk(site, model.Ingresses.Count, new PartLog(log, (byte)StandOperation.Desk, index), agentLeaseS is null ? RunEnd.ByTime : RunEnd.ByReport);
        _events = new EventRing(events);
    }

    /// <summary>Where its jobs are. What starts jobs goes through the stand.</summary>
    public SiteDesk Desk { get; }

    /// <summary>Whether it has its jobs from an agent.</summary>
    public bool HasAgents => Desk.Ends == RunEnd.ByReport;

    /// <summary>The moment at which something is due: a run ends, or a lease does. Infinite when nothing is.</summary>
    public double NextEventS => _agent.IsConnected ? Math.Min(Desk.NextEventS, _agent.LeaseEndS) : Desk.NextEventS;

    /// <summary>Takes a home's message, new or repeated.</summary>
    /// <param name="message">The message.</param>
    /// <param name="names">Ids of the jobs that have one, by number.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public SiteAnswer Answer(HomeMessage message, IReadOnlyDictionary<JobId, string> names, IAllocationRule rule, double nowS)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(names);
        foreach (var (id, name) in names.Where(n => !_names.ContainsKey(n.Key)))
            JournalName(id, name);
        var before = message.Assignments.Select(a => Desk.TryFind(a.Item.Job.Id, out _)).ToArray();
        var answer = Do(rule, nowS, r => Desk.Answer(message, r, nowS));
        foreach (var (assignment, wasHere) in message.Assignments.Zip(before))
        {
            if (!wasHere && Desk.TryFind(assignment.Item.Job.Id, out _) && !Desk.TryFindRun(assignment.Item.Job.Id, out _))
                Note(NodeEvents.Queued, assignment.Item.Job.Id, "");
        }

        return answer;
    }

    /// <summary>Does what is due by now; an agent that is silent for its lease is lost.</summary>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public void Advance(IAllocationRule rule, double nowS)
    {
        Do(rule, nowS, r => Run(() => Desk.Advance(r, nowS)));
        if (_agent.IsConnected && _agent.LeaseEndS <= nowS)
            Lose($"silent for {_agentLeaseS:0.#} s", rule, nowS);
    }

    /// <summary>Lets the desk do something that may start jobs.</summary>
    /// <param name="operation">Gets the rule to ask.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public void Do(Action<IAllocationRule> operation, IAllocationRule rule, double nowS) => Do(rule, nowS, r => Run(() => operation(r)));

    /// <summary>What a home has to be told, with why runs failed: again until it is acknowledged.</summary>
    /// <param name="home">Index of the home.</param>
    /// <param name="most">The most reports.</param>
    public IReadOnlyList<(SiteReport Report, string? Failure)> Reports(int home, int most) =>
        [.. Desk.Reports(home, most).Select(r => (r, _failures.GetValueOrDefault((r.Item.Job.Id, r.Token))))];

    /// <summary>A home has made reports durable.</summary>
    /// <inheritdoc cref="SiteDesk.Acknowledge"/>
    public void Acknowledge(int home, long through)
    {
        Desk.Acknowledge(home, through);
        Forget();
    }

    /// <summary>Changes what the site may do.</summary>
    /// <param name="change">What to change.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="ControlException">The site's version is another one, or a limit cannot be set.</exception>
    public bool Change(SiteChange change, string actor, IAllocationRule rule, double nowS)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.ExpectedVersion is { } expected && expected != _agent.Version)
            throw new ControlException(ControlProblem.Conflict, $"site '{_spec.Name}' has version {_agent.Version}, not {expected}");
        if (change.GpuLimit < 0 || change.GpuLimit > _spec.GpuCount)
            throw new ControlException(ControlProblem.Invalid, $"gpuLimit of site '{_spec.Name}' must be 0 to {_spec.GpuCount}, not {change.GpuLimit}", field: "gpuLimit");
        var isDrained = change.Draining is { } drain && drain != Desk.Status.IsDraining;
        var isLimited = change.GpuLimit is { } gpus && gpus != Desk.GpuLimit;
        if (!isDrained && !isLimited)
            return false;
        Journal(StandOperation.Change);
        _log.Close();
        _agent.Version++;
        if (isLimited)
            Limit(change.GpuLimit!.Value, actor, rule, nowS);
        if (isDrained)
            SetDraining(change.Draining!.Value, actor, rule, nowS);
        return true;
    }

    private static bool Run(Action action)
    {
        action();
        return true;
    }

    private void Limit(int gpus, string actor, IAllocationRule rule, double nowS)
    {
        Note(NodeEvents.Limited, default, $"{gpus} of {_spec.GpuCount} GPUs, {actor}");
        Do(rule, nowS, r => Run(() => Desk.Limit(gpus, r, nowS)));
    }

    private void SetDraining(bool draining, string actor, IAllocationRule rule, double nowS)
    {
        Note(draining ? NodeEvents.DrainBegun : NodeEvents.DrainEnded, default, actor);
        if (draining)
            Do(rule, nowS, r => Run(() => Desk.Drain(r, nowS)));
        else
            Do(rule, nowS, r => Run(() => Desk.Resume(r, nowS)));
    }

    private T Do<T>(IAllocationRule rule, double nowS, Func<IAllocationRule, T> operation)
    {
        var started = new StartedJobs(_ => rule);
        var result = operation(started);
        foreach (var (id, _) in started.Jobs)
        {
            // Started and over within one operation: its report says so.
            if (Desk.TryFindRun(id, out var run))
                Note(NodeEvents.Started, id, $"{run.Allocation.Gpus} GPUs at clock {_spec.Clocks[run.Allocation.ClockLevel]}", nowS);
        }

        return result;
    }

    private void Note(byte kind, JobId job, string detail, double? nowS = null)
    {
        var name = _names.GetValueOrDefault(job, "");
        // Jobs of the numeric protocol are counted, not told about.
        if (job.Value != 0 && name.Length == 0)
            return;
        var entry = new NodeEvent(_events.Last + 1, kind, Math.Max(nowS ?? Desk.NowS, Desk.NowS), job, name, _index, detail);
        Journal(StandOperation.Event).Write(entry);
        _log.Close();
        _events.Add(entry);
    }

    private void JournalName(JobId id, string name)
    {
        var writer = Journal(StandOperation.Name);
        writer.Number(id.Value);
        writer.Text(name);
        _log.Close();
        SetName(id, name);
    }

    private void SetName(JobId id, string name)
    {
        _names[id] = name;
        _numbers[name] = id;
    }

    // What nobody will ask for goes when it has become the greater part: an operation of its own would tell the journal nothing new.
    private void Forget()
    {
        if (_names.Count + _failures.Count <= 2 * Desk.Tenants + 64)
            return;
        foreach (var (id, name) in _names.Where(n => !Desk.TryFind(n.Key, out _)).ToArray())
        {
            _names.Remove(id);
            if (_numbers.TryGetValue(name, out var present) && present == id)
                _numbers.Remove(name);
        }

        var reported = Unacknowledged();
        foreach (var failure in _failures.Keys.Where(f => !reported.Contains(f)).ToArray())
            _failures.Remove(failure);
    }

    private HashSet<(JobId Job, long Token)> Unacknowledged() =>
        [.. Desk.Sessions.SelectMany(s => Desk.Reports(s.Home, int.MaxValue)).Select(r => (r.Item.Job.Id, r.Token))];

    private StateWriter Journal(StandOperation operation)
    {
        var writer = _log.Open();
        writer.Byte((byte)operation);
        return writer;
    }
}
