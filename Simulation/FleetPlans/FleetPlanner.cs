using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Policies.Planned;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.FleetPlans;

/// <summary>
/// Makes a fleet plan from a scenario: the joint plan of its expected load with its published prices, emissions, weather and batteries, and from that plan's decisions and duals caps, prices and what batteries do. Generators are
/// left off, and faults are not foreseen. Without training jobs the joint plan is a linear programme, which the built-in simplex method solves: a solver of whole numbers is not needed.
/// </summary>
/// <param name="solver">A solver; null for none.</param>
/// <param name="settings">What to keep; null for the defaults.</param>
public sealed class FleetPlanner(IMixedIntegerSolver? solver = null, FleetPlannerSettings? settings = null)
{
    private const double KwPerMw = 1000;
    private readonly FleetPlannerSettings _settings = settings ?? new FleetPlannerSettings();

    /// <summary>Makes a plan.</summary>
    /// <param name="scenario">A scenario in which every site has an energy side.</param>
    /// <param name="progress">Told now and then how far it has come.</param>
    /// <param name="cancellationToken">Ends planning.</param>
    /// <exception cref="ArgumentException">The scenario or a setting does not suit; the message says why.</exception>
    public async Task<PlannedFleet> PlanAsync(Scenario scenario, IProgress<PlanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (Complain(scenario) is { } complaint)
            throw new ArgumentException($"{scenario.Name}: {complaint}.", nameof(scenario));
        var fleet = new FleetInstance(scenario, _settings);
        var planner = new JointPlanner(solver, new JointPlannerOptions { WantsBound = false });
        var result = await planner.PlanAsync(fleet.Instance, progress, cancellationToken).ConfigureAwait(false);
        if (result is not { Plan: { } plan, Prices: { } prices })
            throw new ArgumentException($"{scenario.Name}: there is no plan: {string.Join("; ", result.Conflicts.DefaultIfEmpty(result.Message ?? "no reason is known"))}.", nameof(scenario));
        var busy = Enumerable.Range(0, scenario.Fleet.SiteCount).Select(s => Busy(fleet, plan, s)).ToArray();
        FleetPlanSite[] sites = [.. busy.Select((gpus, s) => Site(fleet, plan, prices, s, gpus, scenario.Fleet.Sites[s].GpuCount))];
        var terms = new FleetPlanTerms
        {
            Slots = fleet.Instance.Slots,
            SlotLengthS = _settings.SlotLengthS,
            Repeats = _settings.Repeats,
            BudgetS = _settings.BudgetS,
            TimeUsdPerUnitS = fleet.Work.TimeUsdPerUnitS,
        };
        return new PlannedFleet(new FleetPlan(scenario.Name, FleetPlan.FleetOf(scenario.Fleet), terms, sites), fleet.Instance, result, busy, fleet.UnitsPerSPerGpu);
    }

    private string? Complain(Scenario scenario)
    {
        if (scenario.Energy is not { IsComplete: true } energy)
            return "every site must have an energy section with prices";
        var slots = _settings.Slots ?? Math.Ceiling(scenario.HorizonS / _settings.SlotLengthS);
        return _settings.Complain()
            ?? (slots > FleetPlan.MostSlots ? $"{slots} slots are more than {FleetPlan.MostSlots}, the most of a plan" : null)
            ?? energy.Complain(Math.Max(scenario.HorizonS, (_settings.Slots ?? 0) * _settings.SlotLengthS))
            ?? (OfferedLoad.Of(scenario).UnitsPerS > 0 ? null : "no jobs arrive");
    }

    private static double[] Busy(FleetInstance fleet, JointPlan plan, int site) =>
        [.. Enumerable.Range(0, fleet.Instance.Slots).Select(t => fleet.GpusPerEquivalent(site) * plan.Routes.Sum(route => route[site, t]))];

    private FleetPlanSite Site(FleetInstance fleet, JointPlan plan, PlanPrices prices, int site, double[] busy, int gpus)
    {
        // A load that is 0 but for rounding opens no site.
        double Cap(double planned) => planned < 1e-6 ? 0 : Math.Min(gpus, Math.Ceiling(planned * (1 + _settings.Headroom)));
        return new FleetPlanSite(
            [.. busy.Select(Cap)],
            [.. prices.GpuUsdPerH[site].Select(usd => Math.Max(0, usd) / fleet.GpusPerEquivalent(site))],
            [.. prices.EnergyUsdPerMwh[site].Select((usd, t) => (usd - fleet.TimeUsdPerMwh(site, t)) * fleet.Pue(site, t) / KwPerMw)],
            [.. plan.Sites[site].ChargeMw.Zip(plan.Sites[site].DischargeMw, (takes, gives) => KwPerMw * (takes - gives))]);
    }
}
