namespace ControlPlane.Simulation.Calibration;

/// <summary>How BRISQUE and CLIP become one benefit: ω_B·b̂ + ω_S·ŝ, both scaled to [0, 1] over the whole file (aigc-energy.md, 2.3; weights and scaling are ours).</summary>
/// <param name="Brisque">ω_B, in [0, 1].</param>
/// <param name="Clip">ω_S, in [0, 1].</param>
public sealed record QualityWeights(double Brisque = 0.5, double Clip = 0.5);
