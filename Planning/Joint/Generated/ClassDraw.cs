using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Planning.Joint.Generated;

/// <summary>Draws inference classes: a demand with the day of its origin, a limit on latency, and a share that must be served.</summary>
internal static class ClassDraw
{
    public static IReadOnlyList<InferenceClass> All(GeneratorSettings settings, IReadOnlyList<SiteDraw> sites)
    {
        double[] weights = [.. Enumerable.Range(0, settings.Classes).Select(k => new RandomStream(settings.Seed, $"class/{k}/weight").Between(0.5, 1.5))];
        var gpus = (settings.IsTight ? 0.45 : 0.30) * sites.Sum(site => site.Gpus) / Math.Max(1e-9, weights.Sum());
        return [.. weights.Select((weight, k) => One(settings, sites, k, weight * gpus))];
    }

    private static InferenceClass One(GeneratorSettings settings, IReadOnlyList<SiteDraw> sites, int k, double gpus)
    {
        var random = new RandomStream(settings.Seed, $"class/{k}");
        var origin = random.NextBelow(sites.Count);
        var revenue = random.Between(2.6, 4.2) * settings.ValueFactor;
        var noise = new RandomStream(settings.Seed, $"demand/{k}");
        return new InferenceClass
        {
            Name = $"class-{k + 1}",
            Origin = origin,
            LatencyLimitMs = random.OneOf<double>([40, 90, 180]),
            LatencyMs = [.. sites.Select((site, s) => s == origin ? 5 : 15 + Math.Sqrt(Square(site.EastMs - sites[origin].EastMs) + Square(site.NorthMs - sites[origin].NorthMs)))],
            DemandGpus = InstanceGenerator.BySlot(settings, h => gpus * (1 + 0.5 * Math.Cos(2 * Math.PI * (sites[origin].Local(h) - 14) / 24)) * noise.Between(0.95, 1.05)),
            RevenueUsdPerGpuH = revenue,
            UnservedUsdPerGpuH = 0.5 * revenue,
            MinServedShare = random.OneOf<double>([0.5, 0.8, 0.9]),
            PowerShare = random.Between(0.6, 0.9),
        };
    }

    private static double Square(double x) => x * x;
}
