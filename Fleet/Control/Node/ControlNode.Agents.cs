using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Fleet.Control.Node;

/// <content>The agents of sites: their sessions, what they say, what they are told.</content>
public sealed partial class ControlNode
{
    /// <summary>An agent begins a session.</summary>
    /// <param name="hello">Who it is.</param>
    /// <param name="rules">What decides.</param>
    /// <exception cref="ControlException">There is no such site, it has more GPUs than the fleet says, or another agent has its session.</exception>
    public AgentSession Register(AgentHello hello, in NodeRules rules)
    {
        ArgumentNullException.ThrowIfNull(hello);
        var site = RequireSite(hello.Site);
        var agent = _agents[site];
        AgentWordRules.RequireGpus(hello.Gpus, _model.Sites[site]);
        agent.RequireFree(hello.Site, hello.Agent, NowS);
        if (agent.IsConnected)
            Lose(site, "its agent began anew", rules);
        SetSession(site, hello.Agent, agent.Epoch + 1, isConnected: true, confirmed: 0);
        agent.Hear(NowS, _settings.AgentLeaseS);
        Note(NodeEvents.AgentRegistered, null, site, hello.Agent);
        Do(site, rules, (desk, rule) => Run(() => desk.Recover(rule, NowS)));
        SetGpus(site, hello.Gpus, rules);
        Deliver(rules);
        PlaceHeld(rules);
        return new AgentSession(hello.Site, agent.Epoch, _settings.AgentLeaseS);
    }

    /// <summary>An agent says that it lives and what became of its jobs.</summary>
    /// <param name="beat">What it says.</param>
    /// <param name="rules">What decides.</param>
    /// <returns>What it is told.</returns>
    /// <exception cref="ControlException">Its session is over.</exception>
    public AgentOrders Beat(AgentBeat beat, in NodeRules rules)
    {
        ArgumentNullException.ThrowIfNull(beat);
        var site = RequireSite(beat.Site);
        var agent = _agents[site];
        agent.RequireSession(beat.Site, beat.Epoch);
        AgentWordRules.Require(beat, _model.Sites[site]);
        agent.Hear(NowS, _settings.AgentLeaseS);
        var tookJobs = View.Sites[site].Accepting;
        // The reports first: a job that is done has left its GPUs before some of them are told to be gone.
        foreach (var report in agent.NewOf(beat).ToArray())
            Hear(site, report, rules);
        if (beat.Gpus is { } up)
            SetGpus(site, up, rules);
        if (beat.Reports.Count > 0 && beat.Reports.Max(r => r.Number) is var last && last > agent.Confirmed)
            SetSession(site, agent.Name!, agent.Epoch, isConnected: true, last);
        Deliver(rules);
        // A beat that changes nothing places nothing: with many sites and many held jobs it would be most of the work.
        if (beat.Gpus is not null || View.Sites[site].Accepting != tookJobs || beat.Reports.Any(r => r.Kind is AgentReportKind.Finished or AgentReportKind.Failed))
            PlaceHeld(rules);
        return Orders(beat.Site, beat.Epoch, beat.KnownVersion);
    }

    /// <summary>What the agent of a site is told now.</summary>
    /// <param name="name">Name of the site.</param>
    /// <param name="epoch">Number of its session.</param>
    /// <param name="knownVersion">The version that it follows.</param>
    /// <exception cref="ControlException">Its session is over.</exception>
    public AgentOrders Orders(string name, long epoch, long knownVersion)
    {
        var site = RequireSite(name);
        _agents[site].RequireSession(name, epoch);
        var version = TasksVersion(site);
        return new AgentOrders(version, version == knownVersion ? null : Tasks(site), _agents[site].Confirmed);
    }

    /// <summary>Number of the present task list of a site: below 2^53, so that every JSON reader keeps it whole.</summary>
    /// <param name="site">Site index.</param>
    public long TasksVersion(int site) => ((_incarnation & 0xFFFFF) << 32) + _agents[site].Tasks;

    /// <summary>Index of a site.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ControlException">There is none of that name.</exception>
    public int RequireSite(string name)
    {
        for (var site = 0; site < _model.SiteCount; site++)
        {
            if (_model.Sites[site].Name == name)
                return site;
        }

        throw new ControlException(ControlProblem.NotFound, $"there is no site '{name}'; there are {string.Join(", ", _model.Sites.Select(s => s.Name))}");
    }

    private List<AgentTask> Tasks(int site)
    {
        List<AgentTask> tasks = [];
        _desks[site].VisitRuns(run =>
        {
            _desks[site].TryFind(run.Item.Job.Id, out var tenant);
            tasks.Add(new AgentTask(
                _cards[run.Item.Job.Id].Submission.Id,
                tenant.Token,
                run.Allocation.Gpus,
                _model.Sites[site].Clocks[run.Allocation.ClockLevel],
                run.Item.RemainingUnits,
                run.SecondsPerUnit,
                run.PowerW));
        });
        return tasks;
    }

    private void Hear(int site, AgentReport report, in NodeRules rules)
    {
        if (!_cards.TryFind(report.Job, out var card))
            return;
        var isFinal = report.Kind is AgentReportKind.Finished or AgentReportKind.Failed;
        if (report.Kind == AgentReportKind.Stopped)
            Correct(card, site, report);
        else if (_desks[site].TryFind(card.Number, out var tenant) && tenant.Token == report.Token)
            card.Said = new AgentWord(report.Token, report.DoneUnits, report.EnergyJ, isFinal);
        // Progress is told for people; what survives an interruption follows from the site's checkpoints.
        if (!isFinal)
            return;
        var isDone = report.Kind == AgentReportKind.Finished;
        if (!Do(site, rules, (desk, rule) => desk.EndRun(card.Number, report.Token, isDone, rule, NowS)))
            return;
        if (!isDone)
            Note(NodeEvents.Attempted, card, site, report.Detail);
        // The report first: it says where the job is before it is placed again or given up.
        Deliver(rules);
        if (!isDone && card.Failures >= _settings.MostAttempts && card.End is null)
            GiveUp(card);
    }

    private void GiveUp(JobCard card)
    {
        var home = _homes[card.Home];
        if (home.TryFind(card.Number, out var phase, out _, out _) && phase == HomePhase.Held)
        {
            home.Cancel(card.Number, NowS);
            End(card, JobState.Failed, -1, null);
        }
    }

    private void Lose(int site, string reason, in NodeRules rules)
    {
        var agent = _agents[site];
        SetSession(site, agent.Name!, agent.Epoch, isConnected: false, agent.Confirmed);
        Note(NodeEvents.AgentLost, null, site, reason);
        Do(site, rules, (desk, rule) => Run(() => desk.Fail(rule, NowS)));
        Deliver(rules);
        PlaceHeld(rules);
    }

    private void SetSession(int site, string name, long epoch, bool isConnected, long confirmed)
    {
        var writer = Journal(NodeOperation.Session);
        writer.Count(site);
        writer.Text(name);
        writer.Number(epoch);
        writer.Flag(isConnected);
        writer.Number(confirmed);
        _log.Close();
        ApplySession(site, name, epoch, isConnected, confirmed);
    }

    private void ApplySession(int site, string name, long epoch, bool isConnected, long confirmed)
    {
        var agent = _agents[site];
        (agent.Name, agent.Epoch, agent.IsConnected, agent.Confirmed) = (name, epoch, isConnected, confirmed);
        agent.Tasks++;
    }

    // Idle GPUs are taken for failed first; busy ones only when there are no others.
    private void SetGpus(int site, int gpus, NodeRules rules)
    {
        const double Last = 1 - 1e-9;
        while (_desks[site].UpGpus > gpus)
            Do(site, rules, (desk, rule) => Run(() => desk.FailGpu(Last, rule, NowS)));
        while (_desks[site].UpGpus < gpus && _desks[site].Status.IsUp)
            Do(site, rules, (desk, rule) => Run(() => desk.RepairGpu(rule, NowS)));
    }

    private static bool Run(Action action)
    {
        action();
        return true;
    }
}
