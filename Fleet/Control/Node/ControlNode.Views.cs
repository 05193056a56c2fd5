using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Node;

/// <content>What a node shows.</content>
public sealed partial class ControlNode
{
    private const double JoulesPerKwh = 3.6e6;
    private const int MostHistory = 100;

    /// <summary>Shows a job.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Null when it is unknown.</returns>
    public JobView? FindJob(string id) => _cards.TryFind(id, out var card) ? Show(card) : null;

    /// <summary>Lists jobs, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <exception cref="ControlException">The filter is out of range.</exception>
    public JobPage ListJobs(JobFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Most is < 1 or > 1000)
            throw new ControlException(ControlProblem.Invalid, $"limit must be 1 to 1000, not {filter.Most}", field: "limit");
        var after = long.MaxValue;
        if (filter.After is { } text && !long.TryParse(text, out after))
            throw new ControlException(ControlProblem.Invalid, $"after must be what the page before said, not '{text}'", field: "after");
        List<JobView> page = [];
        var last = 0L;
        foreach (var card in _cards.Before(after))
        {
            if (filter.Tenant is { } tenant && Tenant(card.Submission) != tenant)
                continue;
            var view = Show(card);
            if ((filter.States.Count > 0 && !filter.States.Contains(view.State)) || (filter.Site is { } site && view.Site != site))
                continue;
            if (page.Count == filter.Most)
                return new JobPage(page, last.ToString());
            page.Add(view);
            last = card.Number.Value;
        }

        return new JobPage(page, null);
    }

    /// <summary>What happened to a job, as far as it is kept, the oldest first.</summary>
    /// <param name="id">Its id.</param>
    public IReadOnlyList<ControlEvent> History(string id) => [.. _events.All.Where(e => e.JobName == id).TakeLast(MostHistory).Select(Show)];

    /// <summary>Shows the sites.</summary>
    public IReadOnlyList<SiteView> Sites() => [.. Enumerable.Range(0, _desks.Length).Select(Site)];

    /// <summary>Shows a site.</summary>
    /// <param name="site">Site index.</param>
    public SiteView Site(int site)
    {
        var (spec, agent, desk) = (_model.Sites[site], _agents[site], _desks[site]);
        var status = desk.Status;
        return new SiteView(
            spec.Name,
            spec.Gpu.Name,
            spec.GpuCount,
            spec.GpuCount,
            status.UpGpus,
            status.FreeGpus,
            status.Running,
            status.Queued,
            status.IsDraining,
            agent.IsConnected,
            agent.Name,
            double.IsNaN(agent.LastBeatS) ? null : At(agent.LastBeatS),
            status.PowerW,
            EnergyKwh(site),
            desk.Finished,
            agent.Version);
    }

    /// <summary>Shows the policy's versions.</summary>
    public IReadOnlyList<PolicyView> Policies() =>
        [.. _policies.Select(p => new PolicyView(p.Number, p.Policy, p.Note, At(p.PublishedS), p.PublishedBy, p.Number == _active, p.Decisions, p.Replaced))];

    /// <summary>Shows the ledger.</summary>
    public LedgerView Ledger()
    {
        SiteLedger[] sites = [.. Enumerable.Range(0, _desks.Length).Select(s =>
            new SiteLedger(_model.Sites[s].Name, _desks[s].Status.Queued, _desks[s].Status.Running, _desks[s].Finished, EnergyKwh(s)))];
        return new LedgerView(
            _nextNumber - 1,
            _homes.Sum(h => h.Counts.Held + h.Counts.Sending),
            sites.Sum(s => s.Queued),
            sites.Sum(s => s.Running),
            _completed,
            _cancelled,
            _failed,
            sites.Sum(s => s.EnergyKwh),
            sites);
    }

    /// <summary>Events after a number.</summary>
    /// <param name="after">The number.</param>
    /// <param name="most">The most of them.</param>
    /// <returns>If some are not kept any more, the first says how many.</returns>
    public IReadOnlyList<ControlEvent> Events(long after, int most)
    {
        List<ControlEvent> events = [];
        var first = _events.All.Count > 0 ? _events.All.First().Number : _events.Last + 1;
        if (after + 1 < first)
            events.Add(new ControlEvent(first - 1, At(NowS), "missed", null, null, $"{first - 1 - after} events are not kept any more"));
        events.AddRange(_events.All.Where(e => e.Number > after).Take(most).Select(Show));
        return events;
    }

    /// <summary>The audit log, the newest first.</summary>
    /// <param name="most">The most entries.</param>
    public IReadOnlyList<AuditEntry> Audit(int most) =>
        [.. _audits.Reverse().Take(most).Select(a => new AuditEntry(a.Number, At(a.AtS), a.Actor, a.Action, a.Subject, a.Detail))];

    /// <summary>A job as a policy sees it, to be explained.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="job">The job.</param>
    /// <returns>False when it is unknown.</returns>
    public bool TryFindJob(string id, out Job job)
    {
        var found = _cards.TryFind(id, out var card);
        job = found
            ? new Job(card.Number, card.Home, card.Submission.SizeUnits, card.SubmittedS, SubmissionRules.Constraint(card.Submission, _model))
            : default;
        return found;
    }

    private JobView Show(JobCard card)
    {
        var (state, site, run) = (JobState.Held, -1, default(Run?));
        if (card.End is { } end)
            (state, site) = (end.State, end.Site);
        else if (_homes[card.Home].TryFind(card.Number, out var phase, out var at, out _) && phase == HomePhase.Placed)
            (state, site, run) = _desks[at].TryFindRun(card.Number, out var live) ? (JobState.Running, at, live) : (JobState.Queued, at, run);
        if (card is { IsCancelled: true, End: null })
            state = JobState.Cancelling;
        var gpus = run?.Allocation.Gpus ?? card.End?.Gpus ?? 0;
        return new JobView(
            card.Submission,
            state,
            site < 0 ? null : _model.Sites[site].Name,
            gpus,
            gpus == 0 ? 0 : _model.Sites[site].Clocks[run?.Allocation.ClockLevel ?? card.End!.Value.ClockLevel],
            run?.Item.RemainingUnits ?? (state == JobState.Completed ? 0 : card.Submission.SizeUnits),
            run?.Item.Attempts ?? card.End?.Attempts ?? 0,
            At(card.SubmittedS),
            double.IsNaN(card.StartedS) ? null : At(card.StartedS),
            card.End is { } over ? At(over.AtS) : null,
            card.EnergyJ + (run?.EnergyJ(NowS) ?? 0),
            card.Version);
    }

    private ControlEvent Show(NodeEvent entry) => new(
        entry.Number,
        At(entry.AtS),
        NodeEvents.Word(entry.Kind),
        entry.JobName.Length > 0 ? entry.JobName : null,
        entry.Site < 0 ? null : _model.Sites[entry.Site].Name,
        entry.Detail);

    private double EnergyKwh(int site)
    {
        var meters = _desks[site].ReadMeters(NowS);
        return (meters.RunningJ + meters.SleepingJ) / JoulesPerKwh;
    }

    private DateTimeOffset At(double nowS) => _foundedAt + TimeSpan.FromSeconds(nowS);
}
