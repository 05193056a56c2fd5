namespace ControlPlane.Planning.Routing;

/// <summary>
/// Mirror-prox (Nemirovski 2004) on the saddle point of shares and prices: a step to a hat point with the gradients here, then a step from here with the gradients there. The mean of the
/// hat points comes to the optimum as 1 / steps.
/// </summary>
internal sealed class MirrorProx(RoutingSettings settings, int classes, int sites)
{
    private readonly double[] _steps = new double[sites];
    private readonly double[] _loads = new double[sites];

    /// <summary>The hat point of the last step.</summary>
    public RoutingPoint Hat { get; } = new(classes, sites);

    /// <summary>Makes a step.</summary>
    public void Step(RoutingProblem problem, RoutingPoint at)
    {
        var scaleUsd = ScaleUsd(problem);
        Move(problem, at, at, Hat, scaleUsd);
        Move(problem, at, Hat, at, scaleUsd);
    }

    /// <summary>What all demand costs when it is spread evenly over its sites, USD: the unit of costs.</summary>
    public static double ScaleUsd(RoutingProblem problem)
    {
        var usd = 0.0;
        for (var k = 0; k < problem.Classes; k++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var cost in problem.Costs(k))
            {
                if (cost < double.PositiveInfinity)
                    (sum, count) = (sum + Math.Abs(cost), count + 1);
            }

            usd += problem.Demand[k] * sum / count;
        }

        return Math.Max(usd, 1e-12);
    }

    // From a point with the gradients at another one.
    private void Move(RoutingProblem problem, RoutingPoint from, RoutingPoint gradients, RoutingPoint to, double scaleUsd)
    {
        // The loads of the gradients' shares first: 'to' may be 'from', and the prices are those of before.
        for (var s = 0; s < sites; s++)
            _loads[s] = problem.Load(gradients.Shares, s);
        var emitted = problem.HasBudget ? problem.EmissionsOf(gradients.Shares) / problem.BudgetT - 1 : 0;
        for (var k = 0; k < classes; k++)
        {
            var costs = problem.Costs(k);
            var emissions = problem.Emissions(k);
            for (var s = 0; s < sites; s++)
            {
                var carbon = problem.HasBudget ? gradients.CarbonPrice * emissions[s] / problem.BudgetT : 0;
                _steps[s] = settings.StepSize * problem.Demand[k] * (costs[s] / scaleUsd + gradients.SitePrices[s] / problem.Capacity[s] + carbon);
            }

            EntropicStep.Apply(from.Shares.AsSpan(k * sites, sites), _steps, settings.LeastShare, to.Shares.AsSpan(k * sites, sites));
        }

        for (var s = 0; s < sites; s++)
            to.SitePrices[s] = Price(from.SitePrices[s], _loads[s] / problem.Capacity[s] - 1);
        to.CarbonPrice = problem.HasBudget ? Price(from.CarbonPrice, emitted) : 0;
    }

    private double Price(double before, double residual) => Math.Clamp(before + settings.StepSize * residual, 0, settings.MostPrice);
}
