using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation;
using ControlPlane.Simulation.Generation.Results;

namespace ControlPlane.Core.Tests.Generation;

/// <summary>Days of generation with made-up prices at the level of real ones: 36, 37 and 51 $/MWh on average, two peaks a day, noise and spikes.</summary>
internal static class TestDays
{
    private static readonly double[] MeanUsdPerKwh = [0.036, 0.037, 0.051];

    public static IReadOnlyList<ProviderSignals> Signals(int seed) =>
        [.. MeanUsdPerKwh.Select((mean, i) => new ProviderSignals(Slots(seed, i, mean), Slots(seed - 1, i, mean)))];

    /// <summary>The reference setting: no clocks, batteries, sun, wind or selling.</summary>
    public static GenerationScenario Bare(bool hard, int seed) =>
        (hard ? GenerationPresets.Hard(Signals(seed)) : GenerationPresets.Normal(Signals(seed))) with { Options = GenerationOptions.OuterOnly };

    public static GenerationResult Run(GenerationScenario scenario, string policy, long seed, GenerationRunOptions? options = null) =>
        GenerationSimulator.Run(scenario, PolicySpec.Parse(policy, GenerationPolicyCatalog.All), seed, options);

    private static SiteConditions[] Slots(int seed, int site, double mean)
    {
        var random = new RandomStream(seed, $"prices/{site}");
        var prices = new double[24];
        for (var hour = 0; hour < 24; hour++)
        {
            var shape = mean * (1 + 0.35 * Math.Sin((hour - 5) / 6.0 * Math.PI)) + random.NextNormal(0, 0.2 * mean);
            prices[hour] = random.NextUniform() < 0.03 ? 3 * mean : shape;
        }

        return [.. Enumerable.Range(0, 288).Select(slot =>
        {
            var (price, hour) = (prices[slot / 12], slot / 12.0);
            var sun = Math.Max(0, 800 * Math.Sin((hour - 6) / 12 * Math.PI));
            return new SiteConditions(new Tariff(price, price - 0.2 * Math.Abs(price), 0.4), sun, 4 + 3 * Math.Sin(hour / 4), 18 + 8 * Math.Sin((hour - 9) / 12 * Math.PI));
        })];
    }
}
