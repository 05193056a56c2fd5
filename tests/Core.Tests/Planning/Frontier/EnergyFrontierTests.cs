using ControlPlane.Planning.Frontier;

namespace ControlPlane.Core.Tests.Planning.Frontier;

public class EnergyFrontierTests
{
    private static readonly double[] BudgetsS = [4000, 3000, 2000, 1527, 1250, 1000, 800, 700, 600, 500, 450];

    public static TheoryData<double?, double> Table => new()
    {
        { null, 8.476 }, { 4000, 8.502 }, { 3000, 8.690 }, { 2000, 8.897 }, { 1527, 9.031 }, { 1250, 9.170 },
        { 1000, 9.357 }, { 800, 9.597 }, { 700, 9.782 }, { 600, 10.097 }, { 500, 10.956 }, { 450, 11.748 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Paper_fleet_needs_the_tabulated_energy_per_unit(double? budgetS, double energyJ) =>
        Assert.InRange(EnergyFrontier.Solve(PaperFleet.Problem(), budgetS).EnergyPerUnitJ, energyJ - 0.001, energyJ + 0.001);

    [Fact]
    public void Two_ways_to_run_are_mixed_so_that_the_mean_service_time_meets_its_budget()
    {
        // Slow: 2 s and 10 J per unit on one GPU. Fast: 0.5 s and 30 J on two. 100 GPUs that sleep at 1 W, 4 units/s of size 100.
        OperatingPoint slow = new(1, 0, 0.5, 5, 2), fast = new(2, 1, 1.0, 60, 0.5);
        var problem = new FrontierProblem([new FrontierSite("only", 100, 1, [slow, fast])], 4, 100);

        FrontierPoint point = EnergyFrontier.Solve(problem, 125);

        // Half and half: 0.5 (10 - 1 x 2) + 0.5 (30 - 1 x 1) + 100 / 4.
        Assert.Equal(18.5 + 25, point.EnergyPerUnitJ, 9);
        Assert.Equal([2.0, 2.0], point.WorkRates.Select(rate => Math.Round(rate.UnitsPerS, 9)));
        Assert.Equal(21.0 / 150, point.ServiceTimePriceJPerUnitS, 9);
        Assert.Equal(0, point.Sites[0].CapacityPriceJPerGpuS, 9);
        Assert.Equal(0.06, point.Sites[0].Utilisation, 9);
        Assert.Equal(18.5, point.MarginalEnergyPerUnitJ, 9);
    }

    [Fact]
    public void Curve_falls_and_is_convex_in_the_budget()
    {
        double[] budgetsS = [.. Enumerable.Range(0, 100).Select(k => 440 + 40.0 * k)];
        double[] energyJ = [.. EnergyFrontier.Curve(PaperFleet.Problem(), budgetsS).Select(point => point.EnergyPerUnitJ)];

        for (int k = 1; k < energyJ.Length; k++) Assert.True(energyJ[k] <= energyJ[k - 1] + 1e-9, $"rises at {budgetsS[k]} s");
        for (int k = 2; k < energyJ.Length; k++)
            Assert.True(energyJ[k - 1] <= (energyJ[k] + energyJ[k - 2]) / 2 + 1e-9, $"not convex at {budgetsS[k - 1]} s");
    }

    [Fact]
    public void Curve_agrees_with_single_solves_whatever_the_order_of_budgets()
    {
        double[] shuffled = [800, 4000, 450, 1527, 600, 3000, 500, 2000, 700, 1250, 1000];
        IReadOnlyList<FrontierPoint> curve = EnergyFrontier.Curve(PaperFleet.Problem(), shuffled);

        foreach (FrontierPoint point in curve)
        {
            Assert.Equal(EnergyFrontier.Solve(PaperFleet.Problem(), point.BudgetS).EnergyPerUnitJ, point.EnergyPerUnitJ, 9);
            Assert.Equal(point.BudgetS!.Value, point.MeanServiceTimeS, 6);
        }
    }

    [Fact]
    public void Work_rates_carry_the_load_within_capacity_and_account_for_the_energy()
    {
        FrontierProblem problem = PaperFleet.Problem() with { Utilisation = 0.9 };
        foreach (FrontierPoint point in EnergyFrontier.Curve(problem, BudgetsS).Where(point => point.IsFeasible))
        {
            Assert.Equal(problem.LoadUnitsPerS, point.WorkRates.Sum(rate => rate.UnitsPerS), 6);
            Assert.All(point.Sites, site => Assert.InRange(site.Utilisation, 0, 0.9 + 1e-9));
            double busyW = point.WorkRates.Sum(rate => rate.UnitsPerS * rate.OperatingPoint.EnergyPerUnitJ);
            double asleepW = problem.Sites.Zip(point.Sites, (site, load) => site.SleepW * (site.Gpus - load.BusyGpus)).Sum();
            Assert.Equal((busyW + asleepW) / problem.LoadUnitsPerS, point.EnergyPerUnitJ, 8);
            double workSeconds = point.WorkRates.Sum(rate => rate.UnitsPerS * rate.OperatingPoint.SecondsPerUnit);
            Assert.Equal(problem.MeanSizeUnits * workSeconds / problem.LoadUnitsPerS, point.MeanServiceTimeS, 6);
        }
    }

    [Fact]
    public void Energy_per_unit_stays_when_load_and_fleet_grow_together()
    {
        FrontierProblem problem = PaperFleet.Problem();
        FrontierProblem tripled = problem with
        {
            LoadUnitsPerS = 3 * problem.LoadUnitsPerS,
            Sites = [.. problem.Sites.Select(site => site with { Gpus = 3 * site.Gpus })],
        };

        Assert.Equal(EnergyFrontier.Solve(problem, 700).EnergyPerUnitJ, EnergyFrontier.Solve(tripled, 700).EnergyPerUnitJ, 9);
    }

    [Fact]
    public void Utilisation_limit_acts_as_fewer_GPUs_that_still_draw_sleep_power()
    {
        FrontierProblem problem = PaperFleet.Problem();
        FrontierProblem smaller = problem with { Sites = [.. problem.Sites.Select(site => site with { Gpus = 0.8 * site.Gpus })] };
        double sleepJ = 0.2 * problem.SleepPowerW / problem.LoadUnitsPerS;

        Assert.Equal(
            EnergyFrontier.Solve(smaller, 900).EnergyPerUnitJ + sleepJ,
            EnergyFrontier.Solve(problem with { Utilisation = 0.8 }, 900).EnergyPerUnitJ, 9);
    }

    [Fact]
    public void Lost_site_that_carried_work_raises_the_energy_above_sleep_and_one_that_slept_only_saves_its_sleep_power()
    {
        FrontierProblem problem = PaperFleet.Problem();
        Assert.True(AboveSleepJ(Without(problem, 7), 1000) > AboveSleepJ(problem, 1000) + 0.1);
        Assert.True(EnergyFrontier.Extremes(Without(problem, 2)).LeastServiceTimeS > EnergyFrontier.Extremes(problem).LeastServiceTimeS + 10);

        FrontierPoint before = EnergyFrontier.Solve(problem, null), after = EnergyFrontier.Solve(Without(problem, 5), null);
        Assert.Equal(0, before.Sites[5].BusyGpus, 9);
        Assert.Equal(before.EnergyPerUnitJ - 16 * 35 / problem.LoadUnitsPerS, after.EnergyPerUnitJ, 9);
        Assert.True(double.IsNaN(after.Sites[5].Utilisation));
    }

    private static double AboveSleepJ(FrontierProblem problem, double budgetS) =>
        EnergyFrontier.Solve(problem, budgetS).EnergyPerUnitJ - problem.SleepPowerW / problem.LoadUnitsPerS;

    private static FrontierProblem Without(FrontierProblem problem, int lost) =>
        problem with { Sites = [.. problem.Sites.Select((site, s) => s == lost ? site with { Gpus = 0 } : site)] };
}
