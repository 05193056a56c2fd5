using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned.Live;

namespace ControlPlane.Policies.Learned;

/// <summary>The policy that learns, in one world at one price of time: it draws from the soft policy and tells the learner what came of it.</summary>
public sealed class PricedTrainee : IPlacementPolicy
{
    private readonly PolicyContext _context;
    private readonly PricedLearner _learner;
    private readonly PricedFollower _follower;

    /// <summary>Joins a world.</summary>
    /// <param name="context">What a policy is made with.</param>
    /// <param name="learner">Learns from it.</param>
    /// <param name="timePrice">What a job's time costs on one GPU over what its energy does, &gt; 0.</param>
    public PricedTrainee(PolicyContext context, PricedLearner learner, double timePrice)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(learner);
        (_context, _learner, _follower) = (context, learner, new(context, learner, timePrice, Centring.Taken));
    }

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return _follower.CanPlace(job, view) ? _follower.Take(job, view, Draw(_follower.Decision)) : Placement.Hold;
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) => AsWanted.Allocate(_context.Model, item, site);

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view) =>
        new("Draws from the soft policy while it learns.", "cost", Scoring.Options(job, view, needsFreeGpu: true, _ => default), []);

    private int Draw(PricedDecision decision) => SoftChoice.Draw(decision.Scores, decision.Mask, _learner.Settings.Exploration, _learner.Random);
}
