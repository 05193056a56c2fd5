using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies;
using ControlPlane.Policies.Shield;
using ControlPlane.Simulation.Engine;

namespace ControlPlane.Client.Explaining;

/// <summary>Follows one job through a run: its events and every decision about it. Ends the run when the job's life ends.</summary>
/// <param name="id">The job.</param>
/// <param name="cancellation">Outside reasons to end.</param>
internal sealed class JobTracer(JobId id, CancellationToken cancellation) : IEventSink, IDecisionObserver, IDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly List<FleetEvent> _events = [];
    private readonly List<ExplainedDecision> _decisions = [];
    private readonly List<Intervention> _interventions = [];
    private ExplainedDecision? _open;

    /// <summary>Cancelled when the job's life has ended.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>The job's events in order.</summary>
    public IReadOnlyList<FleetEvent> Events => _events;

    /// <summary>The decisions about it in order.</summary>
    public IReadOnlyList<ExplainedDecision> Decisions => _decisions;

    /// <summary>What the shield did about it, in order.</summary>
    public IReadOnlyList<Intervention> Interventions => _interventions;

    /// <summary>Jobs submitted while it was followed.</summary>
    public long Submitted { get; private set; }

    public void Record(in FleetEvent entry)
    {
        if (entry.Kind == FleetEventKind.Submitted)
            Submitted++;
        // A job whose life has ended comes no more; the run goes on for a while before it sees the cancellation.
        if (entry.Job != id)
            return;
        _events.Add(entry);
        if (entry.Kind is FleetEventKind.Completed or FleetEventKind.Rejected or FleetEventKind.Cancelled)
            _end.Cancel();
    }

    public void Deciding(in Job job, FleetView view, IPlacementPolicy policy)
    {
        if (job.Id != id)
            return;
        var sites = new SiteSnapshot[view.Sites.Length];
        for (var i = 0; i < sites.Length; i++)
            sites[i] = new SiteSnapshot(view.Sites[i], view.InTransit[i]);
        _open = new ExplainedDecision(view.NowS, policy.Explain(job, view), Placement.Hold, sites);
    }

    public void Decided(in Job job, in Placement placement)
    {
        if (job.Id != id || _open is null)
            return;
        _decisions.Add(_open with { Placement = placement });
        _open = null;
    }

    public void Intervened(Intervention intervention)
    {
        if (intervention.Job != id)
            return;
        _interventions.Add(intervention);
        if (_open is not null && intervention is { Stage: ShieldStage.Placement, IsReplacement: true })
            _open = _open with { Intervention = intervention };
    }

    public void Dispose() => _end.Dispose();
}
