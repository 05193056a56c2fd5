using System.Globalization;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Regions;

/// <content>The site's agent: its session, what it says, what it is told.</content>
public sealed partial class SiteStand
{
    // Started runs less those that run: it grows by one when a run begins and when one ends, and nothing has to be kept for it.
    private long TasksVersion => (2 * Desk.Started) - Desk.Status.Running + 1;

    /// <summary>An agent begins a session.</summary>
    /// <param name="hello">Who it is.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <exception cref="ControlException">The site has no agents, or fewer GPUs than the agent says, or another agent has its session.</exception>
    public AgentSession Register(AgentHello hello, IAllocationRule rule, double nowS)
    {
        ArgumentNullException.ThrowIfNull(hello);
        if (!HasAgents)
            throw new ControlException(ControlProblem.Conflict, $"site '{_spec.Name}' is simulated: its region was opened without agents");
        AgentWordRules.RequireGpus(hello.Gpus, _spec);
        _agent.RequireFree(_spec.Name, hello.Agent, nowS);
        if (_agent.IsConnected)
            Lose("its agent began anew", rule, nowS);
        SetSession(hello.Agent, _agent.Epoch + 1, isConnected: true, confirmed: 0);
        _agent.Hear(nowS, _agentLeaseS);
        Note(NodeEvents.AgentRegistered, default, hello.Agent, nowS);
        Do(rule, nowS, r => Run(() => Desk.Recover(r, nowS)));
        SetGpus(hello.Gpus, rule, nowS);
        return new AgentSession(_spec.Name, _agent.Epoch, _agentLeaseS);
    }

    /// <summary>An agent says that it lives and what became of its jobs.</summary>
    /// <param name="beat">What it says.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>What it is told.</returns>
    /// <exception cref="ControlException">Its session is over.</exception>
    public AgentOrders Beat(AgentBeat beat, IAllocationRule rule, double nowS)
    {
        ArgumentNullException.ThrowIfNull(beat);
        _agent.RequireSession(_spec.Name, beat.Epoch);
        AgentWordRules.Require(beat, _spec);
        _agent.Hear(nowS, _agentLeaseS);
        // The reports first: a job that is done has left its GPUs before some of them are told to be gone.
        foreach (var report in _agent.NewOf(beat).ToArray())
            Hear(report, rule, nowS);
        if (beat.Gpus is { } up)
            SetGpus(up, rule, nowS);
        if (beat.Reports.Count > 0 && beat.Reports.Max(r => r.Number) is var last && last > _agent.Confirmed)
            SetSession(_agent.Name!, _agent.Epoch, isConnected: true, last);
        return Orders(beat.Epoch, beat.KnownVersion);
    }

    /// <summary>What the agent is told now.</summary>
    /// <param name="epoch">Number of its session.</param>
    /// <param name="knownVersion">The version of its tasks that it follows.</param>
    /// <exception cref="ControlException">Its session is over.</exception>
    public AgentOrders Orders(long epoch, long knownVersion)
    {
        _agent.RequireSession(_spec.Name, epoch);
        var version = TasksVersion;
        return new AgentOrders(version, version == knownVersion ? null : Tasks(), _agent.Confirmed);
    }

    /// <summary>The site was away and is back: its agent has a whole lease to beat in.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public void Recovered(double nowS)
    {
        _agent.LeaseEndS = nowS + _agentLeaseS;
        Forget();
    }

    private void Hear(AgentReport report, IAllocationRule rule, double nowS)
    {
        // Progress is told for people; what survives an interruption follows from the site's checkpoints.
        if (report.Kind is not (AgentReportKind.Finished or AgentReportKind.Failed) || !TryFindNumber(report.Job, out var id))
            return;
        var isDone = report.Kind == AgentReportKind.Finished;
        if (!isDone && Desk.TryFindRun(id, out _) && Desk.TryFind(id, out var tenant) && tenant.Token == report.Token)
            JournalFailure(id, report.Token, report.Detail);
        Do(rule, nowS, r => Desk.EndRun(id, report.Token, isDone, r, nowS));
    }

    // A job of the numeric protocol has no id: it is told under a name that no id can have.
    private static string Numbered(JobId id) => $"#{id.Value.ToString(CultureInfo.InvariantCulture)}";

    private bool TryFindNumber(string job, out JobId id)
    {
        if (_numbers.TryGetValue(job, out id))
            return true;
        var isNumber = long.TryParse(job.AsSpan(Math.Min(1, job.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && job[0] == '#';
        id = new JobId(number);
        return isNumber;
    }

    private void Lose(string reason, IAllocationRule rule, double nowS)
    {
        SetSession(_agent.Name!, _agent.Epoch, isConnected: false, _agent.Confirmed);
        Note(NodeEvents.AgentLost, default, reason, nowS);
        Do(rule, nowS, r => Run(() => Desk.Fail(r, nowS)));
    }

    private List<AgentTask> Tasks()
    {
        List<AgentTask> tasks = [];
        Desk.VisitRuns(run =>
        {
            var id = run.Item.Job.Id;
            Desk.TryFind(id, out var tenant);
            tasks.Add(new AgentTask(
                _names.GetValueOrDefault(id) ?? Numbered(id), tenant.Token, run.Allocation.Gpus, _spec.Clocks[run.Allocation.ClockLevel], run.Item.RemainingUnits, run.SecondsPerUnit, run.PowerW));
        });
        return tasks;
    }

    // Idle GPUs are taken for failed first; busy ones only when there are no others.
    private void SetGpus(int gpus, IAllocationRule rule, double nowS)
    {
        const double Last = 1 - 1e-9;
        while (Desk.UpGpus > gpus)
            Do(rule, nowS, r => Run(() => Desk.FailGpu(Last, r, nowS)));
        while (Desk.UpGpus < gpus && Desk.Status.IsUp)
            Do(rule, nowS, r => Run(() => Desk.RepairGpu(r, nowS)));
    }

    private void JournalFailure(JobId id, long token, string detail)
    {
        var writer = Journal(StandOperation.Failure);
        writer.Number(id.Value);
        writer.Number(token);
        writer.Text(detail);
        _log.Close();
        _failures[(id, token)] = detail;
    }

    private void SetSession(string name, long epoch, bool isConnected, long confirmed)
    {
        var writer = Journal(StandOperation.Session);
        writer.Text(name);
        writer.Number(epoch);
        writer.Flag(isConnected);
        writer.Number(confirmed);
        _log.Close();
        ApplySession(name, epoch, isConnected, confirmed);
    }

    private void ApplySession(string name, long epoch, bool isConnected, long confirmed) =>
        (_agent.Name, _agent.Epoch, _agent.IsConnected, _agent.Confirmed) = (name, epoch, isConnected, confirmed);
}
