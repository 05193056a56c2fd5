using ControlPlane.Benchmarks.Fleets;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Benchmarks.Bars;

/// <summary>Wall-clock latency of single decisions inside runs: 8, 100 and 1 000 sites, jobs one by one.</summary>
internal static class DecisionBar
{
    private const double WarmUpS = 2_000;
    private const int WarmUps = 8;
    private static readonly (int Sites, int Jobs, double MostP99Us)[] Sizes = [(8, 60_000, 50), (100, 20_000, double.PositiveInfinity), (1_000, 70_000, 1_000)];

    public static IEnumerable<BarRow> Measure()
    {
        var scenarios = Sizes.Select(s => WideFleet.Scenario(s.Sites, s.Sites, s.Jobs)).ToList();
        return PolicyCatalog.WithoutRates.Select(policy => Row(policy.Name, scenarios));
    }

    private static BarRow Row(string policy, IReadOnlyList<Scenario> scenarios)
    {
        // Compiled in all its tiers before it counts.
        for (var run = 0; run < WarmUps; run++)
            Simulator.Run(scenarios[0], PolicyModels.Load(new PolicySpec(policy)), scenarios[0].Seed);
        var words = new List<string>();
        var figures = new Dictionary<string, double>();
        var met = true;
        for (var i = 0; i < Sizes.Length; i++)
        {
            var meter = new DecisionMeter(WarmUpS);
            Simulator.Run(scenarios[i], PolicyModels.Load(new PolicySpec(policy)), scenarios[i].Seed, new RunOptions { Observer = meter });
            var (p50, p99, most) = (meter.QuantileUs(0.5), meter.QuantileUs(0.99), meter.QuantileUs(1));
            words.Add($"{p50:F2} / {p99:F2} / {most:F0}");
            figures[$"p50Us{Sizes[i].Sites}"] = p50;
            figures[$"p99Us{Sizes[i].Sites}"] = p99;
            figures[$"maxUs{Sizes[i].Sites}"] = most;
            met &= p99 <= Sizes[i].MostP99Us;
        }

        return new BarRow(
            $"decision, {policy}", "p99 <= 50 us at 8 sites, <= 1 ms at 1 000", $"{string.Join(";  ", words)} us", met, figures);
    }
}
