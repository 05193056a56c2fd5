using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Learning.Pricing;
using ControlPlane.Learning.Replay;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>The policy that learns, in one world at one price of time: it draws from the soft policy and tells the learner what came of it.</summary>
public sealed class PricedTrainee : IPlacementPolicy
{
    private readonly PolicyContext _context;
    private readonly PricedLearner _learner;
    private readonly double _timePrice;
    private readonly PricedDecision _decision;
    private readonly DecisionTrail _trail;
    private readonly float[] _state;
    private double _meanCost;
    private double _lastCost;
    private double _lastS;
    private long _decisions;

    /// <summary>Joins a world.</summary>
    /// <param name="context">What a policy is made with.</param>
    /// <param name="learner">Learns from it.</param>
    /// <param name="timePrice">What a job's time costs on one GPU over what its energy does, &gt; 0.</param>
    public PricedTrainee(PolicyContext context, PricedLearner learner, double timePrice)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(learner);
        var settings = learner.Settings;
        (_context, _learner) = (context, learner);
        _decision = new(context, settings.Critic.Levels, learner.Critic.Network, settings.UsesPlan ? new PlanPrices(context.Model) : null);
        _timePrice = timePrice * _decision.Costs.MeanJoules / _decision.Costs.MeanSecondsPerUnit / context.MeanSizeUnits;
        _trail = new(learner.Memory, settings.Steps, Math.Exp(-1 / settings.HorizonS));
        _state = new float[settings.Critic.Layout.Features];
    }

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (_decision.Evaluate(job, view, _timePrice) < 0)
            return Placement.Hold;
        _decision.Load.Arrived(job.SizeUnits, view.NowS);
        Describe(job);
        if (_decisions > 0)
            _trail.Observe(_meanCost - _lastCost, [], view.NowS - _lastS, _state, _decision.Mask, isEnd: false);
        var option = Draw();
        _trail.Decide(_state, _decision.Mask, option);
        (_lastCost, _lastS) = (_decision.Options[option].Cost, view.NowS);
        _meanCost += (_lastCost - _meanCost) / Math.Min(++_decisions, _learner.Settings.CentringDecisions);
        _learner.Decided();
        return _decision.Take(option);
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) => AsWanted.Allocate(_context.Model, item, site);

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view) =>
        new("Draws from the soft policy while it learns.", "cost", Scoring.Options(job, view, needsFreeGpu: true, _ => default), []);

    private void Describe(in Job job)
    {
        var settings = _learner.Settings.Critic;
        var state = _state.AsSpan();
        _decision.Features.CopyTo(PricedState.Features(state, settings));
        var costs = PricedState.Costs(state, settings);
        var occupancies = PricedState.Occupancies(state, settings);
        for (var option = 0; option < costs.Length; option++)
        {
            costs[option] = _decision.Mask[option] ? (float)_decision.Options[option].Cost : 0;
            occupancies[option] = _decision.Mask[option] ? (float)_decision.Options[option].Occupancy : 0;
        }

        PricedState.Size(state) = (float)(job.SizeUnits / _decision.Load.MeanSizeUnits);
    }

    // From exp(-score/α): the policy that is best for costs and entropy together.
    private int Draw()
    {
        var alpha = _learner.Settings.Exploration;
        var (best, greatest) = (-1, double.NegativeInfinity);
        for (var option = 0; option < _decision.Mask.Length; option++)
        {
            if (!_decision.Mask[option])
                continue;
            // Gumbel's trick: the greatest of scores with Gumbel noise is a draw from the softmax.
            var noisy = -_decision.Scores[option] / alpha - Math.Log(-Math.Log(Math.Max(_learner.Random.NextUniform(), 1e-300)));
            if (noisy > greatest)
                (best, greatest) = (option, noisy);
        }

        return best;
    }
}
