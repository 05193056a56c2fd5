using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Fluid;

/// <summary>
/// Follows the frontier LP (spec d): each option of the plan earns its share of every job's work as credit, the feasible option with the most credit
/// gets the job and pays its size. When no option of the plan has room, the job takes the free operating point with the least reduced cost at the
/// plan's prices. The LP is solved again when working GPUs change or the estimated load or the tables, corrected by telemetry, drift; the realised mean service time steers its budget.
/// </summary>
public sealed class FluidPolicy : IPlacementPolicy, IStatusListener
{
    // Credit beyond this many mean jobs goes to the other options: work that a full site could not take is done elsewhere.
    private const double MostCreditJobs = 8;
    private const double LoadDrift = 0.01;
    private const double MostMargin = 0.5;

    private readonly PolicyContext _context;
    private readonly MeasuredTables _tables;
    private readonly FluidPlanner _planner;
    private readonly LoadEstimator _load;
    private readonly ReducedCosts _costs;
    private readonly BudgetSteering _budget;
    private readonly double _solveEveryS;
    private readonly double[] _gpus;
    private readonly Reservations _reservations;
    private readonly Credits _credits = new();
    private readonly Congestion _congestion = new();
    private FluidPlan? _plan;
    private double _solvedS;
    private bool _changed = true;
    private int _version;

    /// <summary>Makes the policy; it solves its first plan at the first job.</summary>
    /// <param name="context">What the policy is made with.</param>
    /// <param name="settings">Its settings.</param>
    public FluidPolicy(PolicyContext context, PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        _context = context;
        _tables = new MeasuredTables(context.Model, MeasuredTables.IsOn(settings));
        _planner = new FluidPlanner(_tables);
        _load = new LoadEstimator(settings.Number("window"), context.LoadUnitsPerS, context.MeanSizeUnits);
        _costs = new ReducedCosts(_tables);
        _budget = new BudgetSteering(settings.Text("budget") == "none" ? double.PositiveInfinity : settings.Number("budget"));
        _solveEveryS = settings.Number("solve-every");
        _gpus = new double[context.Model.SiteCount];
        _reservations = new(context.Model.SiteCount);
        for (var site = 0; site < _gpus.Length; site++)
            StatusChanged(site);
        context.View.Subscribe(this);
    }

    /// <summary>Its settings.</summary>
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
    [
        new("budget", "1250", "Mean service time to keep, in seconds; 'none' for the least energy.", 1, 1e9, Unit: "s", Words: ["none"]),
        new("window", "14400", "Time constant of the load estimate.", 60, 1e8, Unit: "s"),
        new("solve-every", "60", "Least time between two solutions of the LP while only the load or the tables drift.", 0, 1e8, Unit: "s"),
        MeasuredTables.Parameter,
    ];

    /// <inheritdoc/>
    public void StatusChanged(int site)
    {
        ref readonly var status = ref _context.View.Sites[site];
        _reservations.Changed(_context.View, site);
        var gpus = status.IsUp && !status.IsDraining ? status.UpGpus : 0;
        if (gpus == _gpus[site])
            return;
        _gpus[site] = gpus;
        _changed = true;
    }

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _load.Arrived(job.SizeUnits, view.NowS);
        _congestion.Look(view, FreeGpus(job, view));
        Replan(view.NowS);
        var choice = _plan is null ? null : Follow(job, view) ?? _costs.Cheapest(job, view, Room);
        if (choice is not { } chosen)
            return Idlest(job, view);
        _reservations.Sent(chosen.Site, chosen.Allocation.Gpus);
        _budget.Placed(job.SizeUnits, _tables.SecondsPerUnit(chosen.Site, chosen.Allocation), _load.MeanSizeUnits);
        return new Placement(chosen.Site, chosen.Allocation);
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) => AsWanted.Allocate(_context.Model, item, site);

    /// <inheritdoc/>
    public void Completed(in Run run, int site, double nowS)
    {
        _tables.Completed(run, site, nowS);
        _reservations.Completed(_context.View, site, run.Allocation.Gpus, nowS);
    }

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return FluidExplanation.Of(job, view, _plan, _credits, Room, _load, _tables);
    }

    // Free GPUs without those that jobs on their way will take.
    private int Room(FleetView view, int site) => _reservations.Free(view, site);

    private int FreeGpus(in Job job, FleetView view)
    {
        var free = 0;
        for (var site = 0; site < _gpus.Length; site++)
            free += Feasibility.Check(job, view.Sites[site]) == MaskReason.None ? Room(view, site) : 0;
        return free;
    }

    private FluidOption? Follow(in Job job, FleetView view)
    {
        _credits.Earn(job.SizeUnits, MostCreditJobs * _plan!.MeanSizeUnits);
        var best = -1;
        for (var k = 0; k < _plan.Options.Count; k++)
        {
            var option = _plan.Options[k];
            if (best >= 0 && _credits[k] <= _credits[best])
                continue;
            if (Feasibility.CheckFree(job, view.Sites[option.Site]) == MaskReason.None && Room(view, option.Site) >= option.Allocation.Gpus)
                best = k;
        }

        if (best < 0)
            return null;
        _credits.Pay(best, job.SizeUnits);
        return _plan.Options[best];
    }

    // Nobody has a free GPU: where the wait is shortest, with what holds GPUs for the least time.
    private Placement Idlest(in Job job, FleetView view)
    {
        var best = -1;
        var least = double.PositiveInfinity;
        foreach (ref readonly var status in view.Sites)
        {
            var waiting = (double)(status.Queued + view.InTransit[status.Site]) / Math.Max(1, status.UpGpus);
            if (Feasibility.Check(job, status) == MaskReason.None && waiting < least)
                (best, least) = (status.Site, waiting);
        }

        return best < 0 ? Placement.Hold : new Placement(best, _context.Model.Tables[best].LeastGpuSeconds());
    }

    private void Replan(double nowS)
    {
        if (!_changed && nowS - _solvedS < _solveEveryS)
            return;
        // While jobs wait, plan for more than comes: the plan then leaves room for what waits, and takes the GPU counts and clocks that waste no capacity.
        var load = _load.LoadUnitsPerS(nowS) * (1 + MostMargin * _congestion.Value / (1 + _congestion.Value));
        var budgetS = _budget.PlanS;
        if (!_changed && _version == _tables.Version && _plan is not null && Near(load, _plan.LoadUnitsPerS) && Near(budgetS, _plan.BudgetS))
            return;
        _solvedS = nowS;
        (_changed, _version) = (false, _tables.Version);
        var next = _planner.Solve(_gpus, load, _load.MeanSizeUnits, budgetS);
        _plan = next;
        _credits.Follow(next?.Options ?? []);
        if (next is not null)
            _costs.Price(next);
    }

    private static bool Near(double x, double y) => x == y || Math.Abs(x - y) <= LoadDrift * y;
}
