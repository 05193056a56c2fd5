namespace ControlPlane.Simulation.Reports.Views;

/// <summary>Seeds as people write them.</summary>
internal static class SeedText
{
    /// <summary>7; 1 to 5; 3, 8, 21.</summary>
    public static string Of(IReadOnlyList<long> seeds)
    {
        if (seeds.Count == 0)
            return "none";
        var isRange = seeds.Count > 2 && seeds.Index().All(s => s.Item == seeds[0] + s.Index);
        return isRange ? $"{seeds[0]} to {seeds[^1]}" : string.Join(", ", seeds);
    }
}
