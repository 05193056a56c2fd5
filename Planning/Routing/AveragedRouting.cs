namespace ControlPlane.Planning.Routing;

/// <summary>The mean of many mirror-prox steps on one problem: shares and prices that come to the optimum as 1 / steps.</summary>
/// <param name="Shares">Shares, classes x sites.</param>
/// <param name="CapacityUsd">What a unit of each site's capacity is worth, USD.</param>
/// <param name="CarbonUsdPerT">What a tonne of the budget is worth, USD.</param>
public sealed record AveragedRouting(IReadOnlyList<double> Shares, IReadOnlyList<double> CapacityUsd, double CarbonUsdPerT)
{
    /// <summary>Runs mirror-prox from even shares and prices of 0.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="steps">Steps, ≥ 1.</param>
    /// <param name="settings">Step size and limits; null for the defaults.</param>
    public static AveragedRouting Solve(RoutingProblem problem, int steps, RoutingSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        settings ??= new RoutingSettings();
        settings.Check();
        var (prox, at) = (new MirrorProx(settings, problem.Classes, problem.Sites), new RoutingPoint(problem.Classes, problem.Sites));
        at.Admit(problem, leastShare: 1);
        var mean = new RoutingPoint(problem.Classes, problem.Sites);
        for (var step = 1; step <= steps; step++)
        {
            prox.Step(problem, at);
            mean.Approach(prox.Hat, 1.0 / step);
        }

        var usd = MirrorProx.ScaleUsd(problem);
        return new AveragedRouting(
            mean.Shares,
            [.. mean.SitePrices.Select((price, s) => price * usd / problem.Capacity[s])],
            problem.HasBudget ? mean.CarbonPrice * usd / problem.BudgetT : 0);
    }
}
