using ControlPlane.Planning.Frontier;

namespace ControlPlane.Core.Tests.Planning.Frontier;

/// <summary>Prices are sensitivities: each is compared with a central difference of the optimum itself.</summary>
public class FrontierPriceTests
{
    // Budgets away from the kinks of the frontier, where the optimum has one slope only.
    public static TheoryData<double> Budgets => [480, 555, 900, 1700, 3500];

    [Theory]
    [MemberData(nameof(Budgets))]
    public void Price_of_service_time_is_the_slope_of_the_frontier(double budgetS)
    {
        FrontierProblem problem = PaperFleet.Problem();
        double slope = (Energy(problem, budgetS + 0.01) - Energy(problem, budgetS - 0.01)) / 0.02;

        AssertClose(-slope, EnergyFrontier.Solve(problem, budgetS).ServiceTimePriceJPerUnitS);
    }

    [Theory]
    [MemberData(nameof(Budgets))]
    public void Marginal_energy_is_the_fleet_power_of_a_further_unit_of_load(double budgetS)
    {
        FrontierProblem problem = PaperFleet.Problem();
        double step = 1e-5 * problem.LoadUnitsPerS;
        double PowerW(double loadUnitsPerS) => loadUnitsPerS * Energy(problem with { LoadUnitsPerS = loadUnitsPerS }, budgetS);

        double slope = (PowerW(problem.LoadUnitsPerS + step) - PowerW(problem.LoadUnitsPerS - step)) / (2 * step);

        AssertClose(slope, EnergyFrontier.Solve(problem, budgetS).MarginalEnergyPerUnitJ);
    }

    [Theory]
    [MemberData(nameof(Budgets))]
    public void Capacity_price_is_the_power_saved_by_a_further_GPU_besides_its_sleep(double budgetS)
    {
        FrontierProblem problem = PaperFleet.Problem();
        FrontierPoint point = EnergyFrontier.Solve(problem, budgetS);
        for (int s = 0; s < problem.Sites.Count; s++)
        {
            double PowerW(double change) => problem.LoadUnitsPerS * Energy(WithGpus(problem, s, change), budgetS) - problem.Sites[s].SleepW * change;

            AssertClose(-(PowerW(0.001) - PowerW(-0.001)) / 0.002, point.Sites[s].CapacityPriceJPerGpuS);
        }

        Assert.Contains(point.Sites, site => site.CapacityPriceJPerGpuS > 1);
    }

    [Theory]
    [InlineData(8, 3)]
    [InlineData(60, 4)]
    public void Prices_prove_the_optimum_no_operating_point_beats_the_marginal_unit_and_the_used_ones_equal_it(int siteCount, int seed)
    {
        FrontierProblem problem = PaperFleet.Varied(siteCount, seed);
        FrontierPoint point = EnergyFrontier.Solve(problem, 900);
        Assert.True(point.IsFeasible);
        double timePriceJPerS = point.ServiceTimePriceJPerUnitS * problem.MeanSizeUnits;
        double unitPriceJ = point.MarginalEnergyPerUnitJ + point.ServiceTimePriceJPerUnitS * 900;
        double FullPriceJ(int s, OperatingPoint way) =>
            way.EnergyPerUnitJ - problem.Sites[s].SleepW * way.GpuSecondsPerUnit
            + timePriceJPerS * way.SecondsPerUnit + point.Sites[s].CapacityPriceJPerGpuS * way.GpuSecondsPerUnit;

        for (int s = 0; s < siteCount; s++) Assert.All(problem.Sites[s].Points, way => Assert.True(FullPriceJ(s, way) >= unitPriceJ - 1e-6));
        Assert.All(point.WorkRates, rate => Assert.Equal(unitPriceJ, FullPriceJ(rate.Site, rate.OperatingPoint), 6));
    }

    private static double Energy(FrontierProblem problem, double budgetS) => EnergyFrontier.Solve(problem, budgetS).EnergyPerUnitJ;

    private static FrontierProblem WithGpus(FrontierProblem problem, int changed, double change) =>
        problem with { Sites = [.. problem.Sites.Select((site, s) => s == changed ? site with { Gpus = site.Gpus + change } : site)] };

    private static void AssertClose(double expected, double actual) => Assert.InRange(actual, expected - 1e-4 * (1e-3 + Math.Abs(expected)), expected + 1e-4 * (1e-3 + Math.Abs(expected)));
}
