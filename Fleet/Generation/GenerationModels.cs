namespace ControlPlane.Fleet.Generation;

/// <summary>
/// The models of the paper on an A100. Times and energies are measured (ML.ENERGY leaderboard, batch 1; SD3.5 by SD3-medium). The quality curves are placeholders:
/// uncalibrated, chosen so that better models need more steps (aigc-energy.md, 2.3).
/// </summary>
public static class GenerationModels
{
    /// <summary>Stable Diffusion 1.5, 512².</summary>
    public static GenerationModel Sd15 { get; } = new("SD1.5", new QualityCurve(0.62, 0.35, 8), 0.115, 0.0323, 19, 9.6);

    /// <summary>Stable Diffusion XL.</summary>
    public static GenerationModel Sdxl { get; } = new("SDXL", new QualityCurve(0.85, 0.28, 11), 0.156, 0.1079, 36, 42.3);

    /// <summary>Stable Diffusion 3.5.</summary>
    public static GenerationModel Sd35 { get; } = new("SD3.5", new QualityCurve(1, 0.24, 13), 0.16, 0.145, 40, 56.7);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GenerationModel> All { get; } = [Sd15, Sdxl, Sd35];

    /// <summary>Numbers of denoising steps to choose from: 6, 10, …, 42, as a digest of the paper has them.</summary>
    public static IReadOnlyList<int> Steps { get; } = [6, 10, 14, 18, 22, 26, 30, 34, 38, 42];
}
