using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Learning.Pricing;
using ControlPlane.Learning.Replay;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>
/// Tells a learner of the decisions of one world at one price of time, whoever takes them: what is learned is what capacity is worth to those who decide best from there
/// on, and for that it does not matter why an option was taken. The costs are those of the fleet's model (<see cref="OptionCosts"/>), not of the one who decided.
/// </summary>
public sealed class PricedFollower
{
    private readonly PricedLearner _learner;
    private readonly double _timePrice;
    private readonly DecisionTrail _trail;
    private readonly float[] _state;
    private readonly Centring _centring;
    private int _best;
    private double _meanCost;
    private double _lastCost;
    private double _lastS;
    private long _decisions;

    /// <summary>Joins a world.</summary>
    /// <param name="context">What a policy is made with.</param>
    /// <param name="learner">Learns from it.</param>
    /// <param name="timePrice">What a job's time costs on one GPU over what its energy does, &gt; 0.</param>
    /// <param name="centring">Of what the mean is taken off the costs.</param>
    public PricedFollower(PolicyContext context, PricedLearner learner, double timePrice, Centring centring)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(learner);
        var settings = learner.Settings;
        (_learner, _centring) = (learner, centring);
        Decision = new(context, settings.Critic.Levels, learner.Critic.Network, settings.UsesPlan ? new PlanPrices(context.Model) : null);
        _timePrice = timePrice * Decision.Costs.MeanJoules / Decision.Costs.MeanSecondsPerUnit / context.MeanSizeUnits;
        _trail = new(learner.Memory, settings.Steps, Math.Exp(-1 / settings.HorizonS));
        _state = new float[settings.Critic.Layout.Features];
    }

    /// <summary>The options of the job that was looked at last.</summary>
    internal PricedDecision Decision { get; }

    /// <summary>Learns from a decision that was taken.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What was known.</param>
    /// <param name="done">The decision.</param>
    /// <returns>What it was.</returns>
    public Followed Follow(in Job job, FleetView view, in Placement done)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!CanPlace(job, view))
        {
            if (done.IsHold)
                return Followed.Held;
            _trail.Break();
            return Followed.Outside;
        }

        var option = OptionOf(done, view, out var taken);
        if (option >= 0)
        {
            Take(job, view, option, taken);
            return Followed.Learned;
        }

        if (!done.IsHold)
            Decision.Load.Arrived(job.SizeUnits, view.NowS);
        _trail.Break();
        return Followed.Outside;
    }

    /// <summary>Decisions were taken that are not known: what comes next is not what came of the last one alone.</summary>
    public void Break() => _trail.Break();

    /// <summary>Sets out the options of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <returns>Whether there is one.</returns>
    internal bool CanPlace(in Job job, FleetView view) => (_best = Decision.Evaluate(job, view, _timePrice)) >= 0;

    /// <summary>Takes an option of <see cref="Decision"/> and learns from it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="option">Its index.</param>
    internal Placement Take(in Job job, FleetView view, int option) => Take(job, view, option, Decision.Options[option]);

    private Placement Take(in Job job, FleetView view, int option, in PricedOption taken)
    {
        Decision.Load.Arrived(job.SizeUnits, view.NowS);
        Describe(job);
        if (_decisions > 0)
            _trail.Observe(_meanCost - _lastCost, [], view.NowS - _lastS, _state, Decision.Mask, isEnd: false);
        // At another clock than the best one the option costs and occupies something else.
        var settings = _learner.Settings.Critic;
        PricedState.Costs(_state.AsSpan(), settings)[option] = (float)taken.Cost;
        PricedState.Occupancies(_state.AsSpan(), settings)[option] = (float)taken.Occupancy;
        _trail.Decide(_state, Decision.Mask, option);
        (_lastCost, _lastS) = (taken.Cost, view.NowS);
        _meanCost += ((_centring == Centring.Best ? Decision.Options[_best].Cost : _lastCost) - _meanCost) / Math.Min(++_decisions, _learner.Settings.CentringDecisions);
        _learner.Decided();
        return Decision.Take(option);
    }

    // Where less is free than was asked for, a site gives that at its efficient clock.
    private int OptionOf(in Placement done, FleetView view, out PricedOption taken)
    {
        taken = default;
        if (done.IsHold || done.Wanted.Gpus < 1 || done.Wanted.ClockLevel >= view.Model.Tables[done.Site].Levels)
            return -1;
        var gpus = Math.Min(done.Wanted.Gpus, Decision.GpusAt(view, done.Site));
        if (gpus < 1 || gpus > Decision.Costs.MostGpus(done.Site))
            return -1;
        var option = done.Site * Decision.Costs.Levels + gpus - 1;
        if (!Decision.Mask[option])
            return -1;
        var allocation = gpus == done.Wanted.Gpus ? done.Wanted : view.Model.Tables[done.Site].Efficient(gpus);
        taken = allocation == Decision.Options[option].Allocation ? Decision.Options[option] : Decision.Price(done.Site, allocation, view, _timePrice);
        return option;
    }

    private void Describe(in Job job)
    {
        var settings = _learner.Settings.Critic;
        var state = _state.AsSpan();
        Decision.Features.CopyTo(PricedState.Features(state, settings));
        var costs = PricedState.Costs(state, settings);
        var occupancies = PricedState.Occupancies(state, settings);
        for (var option = 0; option < costs.Length; option++)
        {
            costs[option] = Decision.Mask[option] ? (float)Decision.Options[option].Cost : 0;
            occupancies[option] = Decision.Mask[option] ? (float)Decision.Options[option].Occupancy : 0;
        }

        PricedState.Size(state) = (float)(job.SizeUnits / Decision.Load.MeanSizeUnits);
    }
}
