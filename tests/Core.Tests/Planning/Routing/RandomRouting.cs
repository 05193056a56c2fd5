using ControlPlane.Fleet.Randomness;
using ControlPlane.Planning.Routing;

namespace ControlPlane.Core.Tests.Planning.Routing;

/// <summary>Seeded routing problems of eight classes and six sites in which capacities and the budget bind.</summary>
internal static class RandomRouting
{
    public const int Classes = 8;
    public const int Sites = 6;

    public static RoutingProblem Problem(long seed, int tick = 0)
    {
        var random = new RandomStream(seed, "routing");
        // Demand and prices of every class and site turn with the day, each with a phase of its own.
        double Drift() => 1 + 0.25 * Math.Sin(2 * Math.PI * (tick / 96.0 + random.NextUniform()));
        double[] demand = [.. Enumerable.Range(0, Classes).Select(_ => (20 + 80 * random.NextUniform()) * Drift())];
        double[] price = [.. Enumerable.Range(0, Sites).Select(_ => (45 + 65 * random.NextUniform()) * Drift())];
        double[] carbon = [.. Enumerable.Range(0, Sites).Select(_ => 0.12 + 0.5 * random.NextUniform())];
        double[] weights = [.. Enumerable.Range(0, Sites).Select(_ => 0.5 + random.NextUniform())];
        double[] capacity = [.. weights.Select(w => 1.4 * Classes * 60 * w / weights.Sum())];
        var (costs, emissions) = (new double[Classes * Sites], new double[Classes * Sites]);
        for (var k = 0; k < Classes; k++)
        {
            var power = 0.6 + 0.6 * random.NextUniform();
            for (var s = 0; s < Sites; s++)
            {
                var isAllowed = s == k % Sites || random.NextUniform() < 0.75;
                costs[k * Sites + s] = isAllowed ? power * price[s] : double.PositiveInfinity;
                emissions[k * Sites + s] = power * carbon[s];
            }
        }

        return new RoutingProblem(demand, capacity, costs, emissions, Budget(demand, capacity, costs, emissions));
    }

    // Between what the cheapest and what the cleanest routes emit.
    private static double Budget(double[] demand, double[] capacity, double[] costs, double[] emissions)
    {
        double[] clean = [.. emissions.Select((e, i) => double.IsInfinity(costs[i]) ? double.PositiveInfinity : e)];
        var free = new RoutingProblem(demand, capacity, costs, emissions);
        var cheapest = free.EmissionsOf([.. RoutingOptimum.Solve(free)!.Shares]);
        return 0.5 * (cheapest + RoutingOptimum.Solve(new RoutingProblem(demand, capacity, clean))!.CostUsd);
    }

    public static double[] Shares(RandomStream random, int classes, int sites)
    {
        var shares = new double[classes * sites];
        for (var k = 0; k < classes; k++)
        {
            for (var s = 0; s < sites; s++)
                shares[k * sites + s] = random.NextExponential(1);
            var sum = shares.AsSpan(k * sites, sites).ToArray().Sum();
            for (var s = 0; s < sites; s++)
                shares[k * sites + s] /= sum;
        }

        return shares;
    }

    /// <summary>The Kullback-Leibler divergence, summed over classes.</summary>
    public static double Divergence(IReadOnlyList<double> q, IReadOnlyList<double> p) =>
        q.Select((share, i) => share > 0 ? share * Math.Log(share / p[i]) : 0).Sum();
}
