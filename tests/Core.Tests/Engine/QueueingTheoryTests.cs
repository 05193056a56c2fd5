using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>R12: the event loop against closed forms of queueing theory, mean wait within 2 % at 95 % confidence.</summary>
public sealed class QueueingTheoryTests
{
    private static readonly PolicySpec Rule = new("least-loaded", new Dictionary<string, string> { ["gpus"] = "1" });

    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(5, 0.8)]
    [InlineData(20, 0.9)]
    public void Mean_wait_is_Erlangs_in_a_queue_with_exponential_service(int servers, double utilisation)
    {
        var expectedS = ErlangC(servers, utilisation) / (servers * (1 - utilisation));
        AssertWait(expectedS, TestFleets.Queue(servers, servers * utilisation, new ExponentialSize(1), Horizon(servers)));
    }

    [Theory]
    [InlineData(0.0, 0.7)]
    [InlineData(0.4, 0.7)]
    [InlineData(0.8, 0.6)]
    public void Mean_wait_is_Pollaczeks_and_Khinchines_with_one_server(double sigma, double utilisation)
    {
        // Sizes with mean 1: the squared coefficient of variation of a log-normal is exp(σ²) - 1.
        var sizes = new LogNormalSize(Math.Exp(-sigma * sigma / 2), sigma, FloorUnits: 1e-9);
        var squaredVariation = Math.Exp(sigma * sigma) - 1;
        var expectedS = utilisation * (1 + squaredVariation) / (2 * (1 - utilisation));
        AssertWait(expectedS, TestFleets.Queue(1, utilisation, sizes, Horizon(1)));
    }

    [Fact]
    public void Mean_wait_is_Pollaczeks_and_Khinchines_with_Pareto_sizes()
    {
        // Pareto with k = 2.5 cut off at 50 times its minimum; moments by the closed form of the truncated law.
        const double Shape = 2.5;
        const double Cut = 50;
        var tail = Math.Pow(Cut, -Shape);
        var mean = Shape / (Shape - 1) * (1 - Math.Pow(Cut, 1 - Shape)) / (1 - tail);
        var second = Shape / (Shape - 2) * (1 - Math.Pow(Cut, 2 - Shape)) / (1 - tail);
        var sizes = new ParetoSize(1, Shape, Cut);
        Assert.Equal(mean, sizes.MeanUnits, 12);
        const double Utilisation = 0.6;
        var rate = Utilisation / mean;
        AssertWait(rate * second / (2 * (1 - Utilisation)), TestFleets.Queue(1, rate, sizes, Horizon(1)));
    }

    private static double Horizon(int servers) => TestScale.Pick(250_000, 2_000_000) / Math.Sqrt(servers);

    private static void AssertWait(double expectedS, Scenario queue)
    {
        var seeds = Enumerable.Range(1, TestScale.Pick(12, 30));
        var wait = Estimate.Of(seeds.Select(seed => Simulator.Run(queue, Rule, seed).WaitS.Mean));
        var message = $"expected {expectedS:F4} s, simulated {wait.Mean:F4} ± {wait.HalfWidth:F4} s";
        Assert.True(wait.HalfWidth < 0.02 * expectedS, $"the interval is wider than 2 %: {message}");
        Assert.True(Math.Abs(wait.Mean - expectedS) < 0.02 * expectedS, message);
    }

    // Probability of waiting in M/M/c, by the stable recursion for Erlang B.
    private static double ErlangC(int servers, double utilisation)
    {
        var offered = servers * utilisation;
        var blocking = 1.0;
        for (var c = 1; c <= servers; c++)
            blocking = offered * blocking / (c + offered * blocking);
        return blocking / (1 - utilisation * (1 - blocking));
    }
}
