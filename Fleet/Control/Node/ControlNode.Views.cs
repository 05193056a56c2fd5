using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Node;

/// <content>What a node shows.</content>
public sealed partial class ControlNode
{
    private const double JoulesPerKwh = 3.6e6;
    private const int MostHistory = 100;
    private const int MostLooked = 10_000;

    /// <summary>Shows a job.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Null when it is unknown.</returns>
    public JobView? FindJob(string id) => _cards.TryFind(id, out var card) ? Show(card) : null;

    /// <summary>Lists jobs, the newest first. Looks at a bounded number of them: a page may be shorter than asked for, even empty, and have a next one.</summary>
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
        var (looked, last) = (0, 0L);
        foreach (var card in _cards.Before(after))
        {
            // What follows the last of a page need not be looked for: the next one says whether there is any.
            if (page.Count == filter.Most || looked++ == MostLooked)
                return new JobPage(page, last.ToString());
            last = card.Number.Value;
            if (Passes(filter, card))
                page.Add(Show(card));
        }

        return new JobPage(page, null);
    }

    private bool Passes(JobFilter filter, JobCard card)
    {
        if (filter.Tenant is { } tenant && Tenant(card.Submission) != tenant)
            return false;
        if (filter.States.Count == 0 && filter.Site is null)
            return true;
        var state = StateOf(card, out var site, out _);
        return (filter.States.Count == 0 || filter.States.Contains(state)) && (filter.Site is null || (site >= 0 && _model.Sites[site].Name == filter.Site));
    }

    /// <summary>What happened to a job, as far as it is kept, the oldest first.</summary>
    /// <param name="id">Its id.</param>
    public IReadOnlyList<ControlEvent> History(string id) =>
        _cards.TryFind(id, out var card) ? [.. _events.All.Where(e => e.Job == card.Number).TakeLast(MostHistory).Select(Show)] : [];

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
            desk.GpuLimit,
            desk.UpGpus,
            desk.FreeGpus,
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
        [.. _policies.Select(p => new PolicyView(p.Number, p.Policy, p.Note, At(p.PublishedS), p.PublishedBy, p.Number == Life.Active, p.Decisions, p.Replaced))];

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
        if (after + 1 < _events.First)
            events.Add(new ControlEvent(_events.First - 1, At(NowS), "missed", null, null, $"{_events.First - 1 - after} events are not kept any more"));
        events.AddRange(_events.After(after).Take(most).Select(Show));
        return events;
    }

    /// <summary>The audit log, the newest first.</summary>
    /// <param name="most">The most entries.</param>
    public IReadOnlyList<AuditEntry> Audit(int most) =>
        [.. _audits.All.Reverse().Take(most).Select(a => new AuditEntry(a.Number, At(a.AtS), a.Actor, a.Action, a.Subject, a.Detail))];

    /// <summary>A job as a policy sees it, to be explained.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="job">The job.</param>
    /// <returns>False when it is unknown.</returns>
    public bool TryFindJob(string id, out Job job)
    {
        var found = _cards.TryFind(id, out var card);
        job = found ? JobOf(card.Submission, card.Number, card.Home, card.SubmittedS) : default;
        return found;
    }

    private JobState StateOf(JobCard card, out int site, out Run? run)
    {
        (site, run) = (card.End?.Site ?? -1, null);
        if (card.End is { } end)
            return end.State;
        var state = JobState.Held;
        if (_homes[card.Home].TryFind(card.Number, out var phase, out var at, out _) && phase == HomePhase.Placed)
        {
            site = at;
            state = _desks[at].TryFindRun(card.Number, out var live) ? JobState.Running : JobState.Queued;
            run = state == JobState.Running ? live : null;
        }

        return card.IsCancelled ? JobState.Cancelling : state;
    }

    private JobView Show(JobCard card)
    {
        var state = StateOf(card, out var site, out var run);
        var said = run is null ? null : card.Said;
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
            card.EnergyJ + (said?.EnergyJ ?? run?.EnergyJ(NowS) ?? 0),
            card.Version,
            said?.DoneUnits);
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
