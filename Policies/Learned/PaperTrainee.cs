using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Learning.Replay;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>The policy by which <see cref="PaperLearner"/> decides and learns in one world.</summary>
internal sealed class PaperTrainee : IPlacementPolicy
{
    // What an action that is not feasible costs where nothing is masked: as much as the energy of a job.
    private const double Penalty = 1;
    // Decisions come when jobs come, whatever the policy: what is taken off every reward changes no order of policies, and makes values small.
    private const double CentringDecisions = 2000;
    private readonly PolicyContext _context;
    private readonly PaperLearner _learner;
    private readonly PaperOptions _options;
    private readonly PaperState _describe;
    private readonly DecisionTrail _trail;
    private readonly float[] _state;
    private readonly float[] _costs = new float[PaperState.Costs];
    private readonly float[] _excess = new float[PaperState.Costs];
    private double _meanReward;
    private long _decisions;
    private double _reward;
    private double _lastS = double.NaN;

    public PaperTrainee(PolicyContext context, PaperLearner learner)
    {
        var settings = learner.Settings;
        PaperModel.RequireFleet(context.Model, settings.Fleet);
        (_context, _learner) = (context, learner);
        (_options, _describe) = (new(context, settings.Sac.Space.PerGroup, settings.IsMasked), new(context.Model));
        _trail = new(learner.Memory, 1, Math.Exp(-1 / settings.HorizonS));
        _state = new float[settings.Sac.Layout.Features];
    }

    public Placement Place(in Job job, FleetView view)
    {
        if (!_options.Look(job, view))
            return Placement.Hold;
        _options.Load.Arrived(job.SizeUnits, view.NowS);
        _describe.Write(job, view, _options.Free, _options.Load.MeanSizeUnits, _learner.Multipliers, _state);
        _learner.Observe(_state);
        var mask = _options.Offered;
        if (!double.IsNaN(_lastS))
            _trail.Observe(_reward - _meanReward, _excess, view.NowS - _lastS, _state, mask, isEnd: false);
        var action = _learner.Decide(_state, mask);
        _trail.Decide(_state, mask, action);
        var placement = _options.Take(action);
        Settle(job, view, placement);
        (_reward, _lastS) = (_options.IsFeasible(action) ? _reward : _reward - Penalty, view.NowS);
        _meanReward += (_reward - _meanReward) / Math.Min(++_decisions, CentringDecisions);
        _learner.Decided(_costs);
        return placement;
    }

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => AsWanted.Allocate(_context.Model, item, site);

    public Explanation Explain(in Job job, FleetView view) =>
        new("Draws from the actor while it learns.", "cost", Scoring.Options(job, view, needsFreeGpu: true, _ => default), []);

    private void Settle(in Job job, FleetView view, in Placement placement)
    {
        var settings = _learner.Settings;
        _reward = -_options.Energy(placement);
        _costs[0] = (float)(_options.TimeS(view, placement, _options.Load.MeanSizeUnits) / settings.BudgetS);
        _costs[1] = _options.TimeS(view, placement, job.SizeUnits) > settings.TailS ? 1 : 0;
        var queued = 0;
        foreach (ref readonly var status in view.Sites)
            queued += status.Queued;
        _costs[2] = queued;
        for (var k = 0; k < _costs.Length; k++)
            _excess[k] = _costs[k] - (float)_learner.Limits[k];
    }
}
