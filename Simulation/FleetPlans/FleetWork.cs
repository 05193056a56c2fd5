using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Planning.Frontier;

namespace ControlPlane.Simulation.FleetPlans;

/// <summary>
/// How each site does its work, and what time costs: the energy-service frontier at the mean load with energy counted in money, so that a joule weighs more where it costs more.
/// </summary>
internal sealed class FleetWork
{
    // Above what the fleet can carry, plan for nearly all of it, as the fluid policy does.
    private const double MostOfCapacity = 0.995;
    private const double LeastWeight = 0.01;
    private const double JoulesPerKwh = 3.6e6;

    private FleetWork(IReadOnlyList<SiteWork> sites, double timeUsdPerUnitS) => (Sites, TimeUsdPerUnitS) = (sites, timeUsdPerUnitS);

    /// <summary>The work of each site.</summary>
    public IReadOnlyList<SiteWork> Sites { get; }

    /// <summary>Price of a second of mean service time, USD per unit.</summary>
    public double TimeUsdPerUnitS { get; }

    /// <summary>Solves the frontier.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="usdPerKwh">Mean price of energy, with cooling and losses, by site.</param>
    /// <param name="loadUnitsPerS">Mean load, units/s, &gt; 0.</param>
    /// <param name="meanSizeUnits">Mean size of a job, units.</param>
    /// <param name="budgetS">Mean service time to keep, s; null for none.</param>
    public static FleetWork Of(FleetModel fleet, IReadOnlyList<double> usdPerKwh, double loadUnitsPerS, double meanSizeUnits, double? budgetS)
    {
        var meanUsd = Math.Max(usdPerKwh.Average(), 1e-6);
        double[] weights = [.. usdPerKwh.Select(usd => Math.Max(usd / meanUsd, LeastWeight))];
        var problem = Weighed(FleetFrontier.Problem(fleet, loadUnitsPerS, meanSizeUnits), weights);
        problem = problem with { LoadUnitsPerS = Math.Min(loadUnitsPerS, MostOfCapacity * problem.MaxLoadUnitsPerS) };
        var solver = new FrontierSolver();
        var point = solver.Solve(problem, budgetS);
        if (!point.IsFeasible)
            point = solver.Solve(problem, solver.Extremes(problem).LeastServiceTimeS * 1.001);
        var timePrice = point.ServiceTimePriceJPerUnitS;
        return new(
            [.. Enumerable.Range(0, fleet.SiteCount).Select(s => Best(fleet, s, weights[s], point.Sites[s].CapacityPriceJPerGpuS, timePrice * meanSizeUnits))],
            timePrice * meanUsd / JoulesPerKwh);
    }

    private static SiteWork Best(FleetModel fleet, int site, double weight, double gpuPrice, double secondPrice)
    {
        var table = fleet.Tables[site];
        var work = FleetFrontier.Points(table).Select(point =>
        {
            var allocation = new Allocation(point.Gpus, point.ClockLevel);
            return new SiteWork(point.SecondsPerUnit, point.GpuSecondsPerUnit, fleet.JoulesAboveSleep(site, allocation));
        });
        return work.MinBy(w => weight * w.JoulesPerUnit + gpuPrice * w.GpuSecondsPerUnit + secondPrice * w.SecondsPerUnit);
    }

    private static FrontierProblem Weighed(FrontierProblem problem, double[] weights) => problem with
    {
        Sites =
        [
            .. problem.Sites.Select((site, s) => site with
            {
                SleepW = site.SleepW * weights[s],
                Points = [.. site.Points.Select(p => p with { PowerW = p.PowerW * weights[s] })],
            }),
        ],
    };
}
