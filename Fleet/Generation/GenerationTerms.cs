namespace ControlPlane.Fleet.Generation;

/// <summary>What users pay (aigc-energy.md, 2.9). The defaults are ours and low, so that energy is 10 to 25 % of the revenue; at commercial prices it is about 1 %.</summary>
/// <param name="RevenueUsdPerImage">For an image of quality 1 that is on time, USD, ≥ 0.</param>
/// <param name="PenaltyUsdPerImage">For one that is not, USD, ≥ 0.</param>
public sealed record GenerationTerms(double RevenueUsdPerImage = 2e-4, double PenaltyUsdPerImage = 1e-4)
{
    /// <summary>Of the order of what commercial services charge.</summary>
    public static GenerationTerms Commercial { get; } = new(1e-2, 5e-3);
}
