using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Routing;

/// <summary>The best shares by a linear programme, with what the limits are worth: what a router is measured against.</summary>
/// <param name="CostUsd">What they cost, USD; NaN where the demand does not fit.</param>
/// <param name="Shares">Shares, classes x sites.</param>
/// <param name="CapacityUsd">What a unit of each site's capacity is worth, USD.</param>
/// <param name="CarbonUsdPerT">What a tonne of the budget is worth, USD.</param>
public sealed record RoutingOptimum(double CostUsd, IReadOnlyList<double> Shares, IReadOnlyList<double> CapacityUsd, double CarbonUsdPerT)
{
    /// <summary>Solves a problem; null where the demand does not fit.</summary>
    /// <param name="problem">The problem.</param>
    public static RoutingOptimum? Solve(RoutingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var program = new LinearProgram();
        for (var k = 0; k < problem.Classes; k++)
            program.AddRowEqual(1, $"class {k}");
        for (var s = 0; s < problem.Sites; s++)
            program.AddRowAtMost(problem.Capacity[s], $"capacity {s}");
        var budget = program.AddRowAtMost(problem.HasBudget ? problem.BudgetT : double.PositiveInfinity, "budget");
        for (var k = 0; k < problem.Classes; k++)
        {
            for (var s = 0; s < problem.Sites; s++)
            {
                var (isAllowed, demand) = (problem.IsAllowed(k, s), problem.Demand[k]);
                var emissions = problem.HasBudget ? problem.Emissions(k)[s] : 0;
                program.AddColumn(isAllowed ? demand * problem.Costs(k)[s] : 0, 0, isAllowed ? 1 : 0, [(k, 1), (problem.Classes + s, demand), (budget, demand * emissions)]);
            }
        }

        var solution = new SimplexSolver().Solve(program);
        return solution.Status != LinearStatus.Optimal ? null : new RoutingOptimum(
            solution.Objective,
            solution.Values,
            [.. Enumerable.Range(problem.Classes, problem.Sites).Select(row => -solution.RowDuals[row])],
            -solution.RowDuals[budget]);
    }
}
