using ControlPlane.Planning.Frontier;

namespace ControlPlane.Core.Tests.Planning.Frontier;

public class FrontierLimitsTests
{
    [Fact]
    public void Load_above_capacity_is_explained_with_both_figures()
    {
        FrontierProblem problem = PaperFleet.Problem() with { LoadUnitsPerS = 30_000 };

        FrontierPoint point = EnergyFrontier.Solve(problem, 1000);

        Assert.False(point.IsFeasible);
        Assert.Equal("The load, 30000 units/s, is above what the fleet can carry, 26474.8 units/s.", point.InfeasibleReason);
        Assert.True(double.IsNaN(point.EnergyPerUnitJ));
        Assert.Empty(point.WorkRates);
    }

    [Fact]
    public void Most_load_is_one_GPU_a_job_at_full_clock_everywhere_and_can_be_carried()
    {
        FrontierProblem problem = PaperFleet.Problem();
        double expected = problem.Sites.Sum(site => site.Gpus / site.Points.Single(way => way is { Gpus: 1, ClockLevel: 7 }).SecondsPerUnit);

        Assert.Equal(expected, EnergyFrontier.Extremes(problem).MaxLoadUnitsPerS, 6);
        Assert.True(EnergyFrontier.Solve(problem with { LoadUnitsPerS = expected }, null).IsFeasible);
        Assert.False(EnergyFrontier.Solve(problem with { LoadUnitsPerS = 1.000001 * expected }, null).IsFeasible);
    }

    [Fact]
    public void Least_service_time_parts_feasible_from_infeasible_budgets()
    {
        FrontierProblem problem = PaperFleet.Problem();
        double leastS = EnergyFrontier.Extremes(problem).LeastServiceTimeS;

        Assert.True(EnergyFrontier.Solve(problem, 1.00001 * leastS).IsFeasible);
        FrontierPoint below = EnergyFrontier.Solve(problem, 0.99999 * leastS);
        Assert.False(below.IsFeasible);
        Assert.Contains("is below the least possible at this load, 432.75 s", below.InfeasibleReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Least_service_time_of_an_idle_fleet_is_that_of_its_fastest_operating_point()
    {
        FrontierProblem problem = PaperFleet.Problem() with { LoadUnitsPerS = 1 };
        double fastest = problem.Sites.SelectMany(site => site.Points).Min(way => way.SecondsPerUnit);

        Assert.Equal(problem.MeanSizeUnits * fastest, EnergyFrontier.Extremes(problem).LeastServiceTimeS, 6);
    }

    [Fact]
    public void Budget_above_the_energy_optimums_service_time_costs_nothing()
    {
        FrontierProblem problem = PaperFleet.Problem();
        double optimalS = EnergyFrontier.Extremes(problem).EnergyOptimalServiceTimeS;
        double leastJ = EnergyFrontier.Solve(problem, null).EnergyPerUnitJ;

        Assert.Equal(leastJ, EnergyFrontier.Solve(problem, optimalS + 1).EnergyPerUnitJ, 9);
        Assert.Equal(0, EnergyFrontier.Solve(problem, optimalS + 1).ServiceTimePriceJPerUnitS, 12);
        Assert.True(EnergyFrontier.Solve(problem, optimalS - 10).EnergyPerUnitJ > leastJ + 1e-5);
    }

    [Fact]
    public void Solver_goes_on_after_an_infeasible_budget_and_follows_a_drifting_problem()
    {
        var solver = new FrontierSolver();
        FrontierProblem problem = PaperFleet.Problem();
        Assert.False(solver.Solve(problem, 100).IsFeasible);
        for (int k = 0; k < 20; k++)
        {
            FrontierProblem drifted = Drift(problem, k);
            FrontierPoint warm = solver.Solve(drifted, 600 + 20 * k), cold = EnergyFrontier.Solve(drifted, 600 + 20 * k);
            Assert.Equal(cold.EnergyPerUnitJ, warm.EnergyPerUnitJ, 8);
        }

        FrontierProblem other = PaperFleet.Varied(12, 1);
        Assert.Equal(EnergyFrontier.Solve(other, 1000).EnergyPerUnitJ, solver.Solve(other, 1000).EnergyPerUnitJ, 8);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_with_site_field_and_range()
    {
        FrontierProblem problem = PaperFleet.Problem();
        AssertRefused("LoadUnitsPerS: 0 is not allowed, it must be above 0", problem with { LoadUnitsPerS = 0 });
        AssertRefused("MeanSizeUnits: NaN is not allowed", problem with { MeanSizeUnits = double.NaN });
        AssertRefused("Utilisation: 1.5 is not allowed, it must be above 0 and at most 1", problem with { Utilisation = 1.5 });
        AssertRefused("Site us-west, Gpus: -1 is not allowed, it must be at least 0", problem with { Sites = [problem.Sites[0] with { Gpus = -1 }] });
        AssertRefused("Site us-west, SleepW: NaN", problem with { Sites = [problem.Sites[0] with { SleepW = double.NaN }] });
        AssertRefused("point 0, SecondsPerUnit: 0", problem with { Sites = [problem.Sites[0] with { Points = [new OperatingPoint(1, 0, 1, 5, 0)] }] });
        Assert.Throws<ArgumentException>(() => EnergyFrontier.Solve(problem, 0));
    }

    [Fact]
    public void Cancelled_solve_throws() =>
        Assert.Throws<OperationCanceledException>(() => EnergyFrontier.Solve(PaperFleet.Problem(), 1000, new CancellationToken(canceled: true)));

    private static FrontierProblem Drift(FrontierProblem problem, int k) => problem with
    {
        LoadUnitsPerS = problem.LoadUnitsPerS * (1 + 0.02 * Math.Sin(k)),
        Sites = [.. problem.Sites.Select((site, s) => site with
        {
            Gpus = s == k % 8 ? 0.5 * site.Gpus : site.Gpus,
            Points = k % 3 > 0 ? site.Points : [.. site.Points.Select(way => way with { PowerW = 1.03 * way.PowerW, SecondsPerUnit = 0.99 * way.SecondsPerUnit })],
        })],
    };

    private static void AssertRefused(string message, FrontierProblem problem) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => EnergyFrontier.Solve(problem, 1000)).Message, StringComparison.Ordinal);
}
