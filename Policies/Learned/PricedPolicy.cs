using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Planned;
using ControlPlane.Policies.Shield;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Learned;

/// <summary>
/// The option that costs least: energy, service time at the price that keeps the budget, and, where there is a network, capacity at the prices that it has
/// learned, or those of a plan. The clock is chosen with the option, at the same prices.
/// </summary>
public sealed class PricedPolicy : IPlacementPolicy, IScoredPolicy
{
    // A job's time on one GPU costs at first this share of its energy.
    private const double FirstPrice = 0.4;
    private readonly PolicyContext _context;
    private readonly MeasuredTables _tables;
    private readonly PricedDecision _decision;
    private readonly TimePrice _time;
    private readonly PlanTerms? _terms;

    /// <summary>Makes the policy.</summary>
    /// <param name="context">What the policy is made with.</param>
    /// <param name="model">Prices the capacity; null for no price on it.</param>
    /// <param name="budgetS">Mean service time to keep, s; infinite for the least energy.</param>
    /// <param name="telemetry">Whether completed runs correct the tables.</param>
    public PricedPolicy(PolicyContext context, PricedModel? model, double budgetS, bool telemetry = true)
        : this(context, model, budgetS, telemetry, null)
    {
    }

    internal PricedPolicy(PolicyContext context, PricedModel? model, double budgetS, bool telemetry, PlanTerms? terms)
    {
        ArgumentNullException.ThrowIfNull(context);
        (_context, _terms) = (context, terms);
        _tables = new(context.Model, telemetry);
        var plan = model is { UsesPlan: true } ? new PlanPrices(context.Model, _tables) : null;
        var costs = new OptionCosts(_tables, 1);
        var firstPrice = costs.MeanJoules / costs.MeanSecondsPerUnit / context.MeanSizeUnits * FirstPrice;
        _decision = new(context, model?.Levels ?? context.Model.Tables.Max(t => t.MaxGpus), model?.Network, plan, _tables, terms) { LeastWaitPrice = firstPrice };
        _time = new(budgetS, terms?.FirstTimePrice ?? firstPrice);
    }

    /// <inheritdoc/>
    public double DecisionScore { get; private set; }

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var option = _decision.Evaluate(job, view, _time.Value);
        if (option < 0)
            return Placement.Hold;
        // A job that is held is asked about again; it has come once.
        _decision.Load.Arrived(job.SizeUnits, view.NowS);
        _decision.Congestion.Look(view, _decision.FreeGpus);
        DecisionScore = _decision.Scores[option];
        var placement = _decision.Take(option);
        var seconds = _tables.SecondsPerUnit(placement.Site, placement.Wanted);
        _time.Placed(_decision.Load.MeanSizeUnits * seconds, job.SizeUnits / _decision.Load.MeanSizeUnits, _decision.Congestion.Value > 0);
        return placement;
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) => AsWanted.Allocate(_context.Model, item, site);

    /// <inheritdoc/>
    public void Completed(in Run run, int site, double nowS)
    {
        _tables.Completed(run, site, nowS);
        _decision.Completed(site, run.Allocation.Gpus, nowS);
    }

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _decision.Evaluate(job, view, _time.Value);
        return _terms is null ? PricedExplanation.Of(job, view, _decision, _time) : PlannedExplanation.Of(job, view, _decision, _time, _terms);
    }

    /// <inheritdoc/>
    public int Rank(in Job job, FleetView view, Span<RankedOption> best)
    {
        ArgumentNullException.ThrowIfNull(view);
        _decision.Evaluate(job, view, _time.Value);
        var (count, levels) = (0, _decision.Costs.Levels);
        for (var site = 0; site < view.Sites.Length; site++)
        {
            var option = Cheapest(site * levels, levels);
            if (option < 0)
                continue;
            // In the unit of the explanation: J per unit.
            var score = _decision.Scores[option] * _decision.Costs.MeanJoules;
            if (Ranking.HasRoom(best, count, score))
                count = Ranking.Add(best, count, new RankedOption(site, MaskReason.None, score, _decision.Options[option].Allocation));
        }

        return count;
    }

    // One option a site: hosts keep what they are told with every decision.
    private int Cheapest(int first, int count)
    {
        var best = -1;
        for (var option = first; option < first + count; option++)
        {
            if (_decision.Mask[option] && (best < 0 || _decision.Scores[option] < _decision.Scores[best]))
                best = option;
        }

        return best;
    }
}
