namespace ControlPlane.Fleet.Control.Node;

/// <content>What operators do, and what is noted of everything.</content>
public sealed partial class ControlNode
{
    private const int MostAudits = 1_000;
    private readonly EventRing _events;
    private readonly AuditBook _audits = new(MostAudits);

    /// <summary>Changes what a site may do.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="change">What to change.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="rules">What decides.</param>
    /// <exception cref="ControlException">There is no such site, or its version is another one.</exception>
    public void ChangeSite(string name, SiteChange change, string actor, in NodeRules rules)
    {
        ArgumentNullException.ThrowIfNull(change);
        var site = RequireSite(name);
        var agent = _agents[site];
        if (change.ExpectedVersion is { } expected && expected != agent.Version)
            throw new ControlException(ControlProblem.Conflict, $"site '{name}' has version {agent.Version}, not {expected}");
        RequireLimit(site, change.GpuLimit);
        var isDrained = change.Draining is { } drain && drain != _desks[site].Status.IsDraining;
        var isLimited = change.GpuLimit is { } gpus && gpus != _desks[site].GpuLimit;
        if (!isDrained && !isLimited)
            return;
        Journal(NodeOperation.Site).Count(site);
        _log.Close();
        agent.Version++;
        if (isLimited)
            Limit(site, change.GpuLimit!.Value, actor, rules);
        if (isDrained)
            Drain(site, change.Draining!.Value, actor, rules);
        Deliver(rules);
        PlaceHeld(rules);
    }

    /// <summary>Remembers what an operator did elsewhere in the host.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">More, for people.</param>
    public void Remember(string actor, string action, string subject, string detail) => AddAudit(actor, action, subject, detail);

    private void RequireLimit(int site, int? gpus)
    {
        var spec = _model.Sites[site];
        if (gpus < 0 || gpus > spec.GpuCount)
            throw new ControlException(ControlProblem.Invalid, $"gpuLimit of site '{spec.Name}' must be 0 to {spec.GpuCount}, not {gpus}", field: "gpuLimit");
    }

    private void Limit(int site, int gpus, string actor, in NodeRules rules)
    {
        var (name, all) = (_model.Sites[site].Name, _model.Sites[site].GpuCount);
        AddAudit(actor, "site.limit", name, $"{gpus} of {all} GPUs");
        Note(NodeEvents.Limited, null, site, $"{gpus} of {all} GPUs, {actor}");
        Do(site, rules, (desk, rule) => Run(() => desk.Limit(gpus, rule, NowS)));
    }

    private void Drain(int site, bool isDraining, string actor, in NodeRules rules)
    {
        AddAudit(actor, isDraining ? "site.drain" : "site.resume", _model.Sites[site].Name, "");
        Note(isDraining ? NodeEvents.DrainBegun : NodeEvents.DrainEnded, null, site, actor);
        if (isDraining)
            Do(site, rules, (desk, rule) => Run(() => desk.Drain(rule, NowS)));
        else
            Do(site, rules, (desk, rule) => Run(() => desk.Resume(rule, NowS)));
    }

    private void Note(byte kind, JobCard? card, int site, string detail)
    {
        var entry = new NodeEvent(_events.Last + 1, kind, NowS, card?.Number ?? default, card?.Submission.Id ?? "", site, detail);
        Journal(NodeOperation.Event).Write(entry);
        _log.Close();
        Apply(entry);
    }

    private void Apply(in NodeEvent entry)
    {
        _events.Add(entry);
        if (entry.Job.Value == 0 || !_cards.TryFind(entry.JobName, out var card))
            return;
        Count(entry.Kind, card);
        card.Version = entry.Number;
        if (entry.Kind == NodeEvents.Started)
            card.StartedS = entry.AtS;
        if (entry.Kind == NodeEvents.CancelRequested)
            card.IsCancelled = true;
        if (entry.Kind == NodeEvents.Attempted)
            card.Failures++;
    }

    private void AddAudit(string actor, string action, string subject, string detail)
    {
        var entry = new NodeAudit(_audits.Last + 1, NowS, actor, action, subject, detail);
        Journal(NodeOperation.Audit).Write(entry);
        _log.Close();
        _audits.Add(entry);
    }
}
