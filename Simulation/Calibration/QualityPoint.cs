namespace ControlPlane.Simulation.Calibration;

/// <summary>A point of a fit.</summary>
/// <param name="Steps">Denoising steps.</param>
/// <param name="Category">Category of the prompts; empty where there is none.</param>
/// <param name="Benefit">The benefit that was measured, in [0, 1].</param>
/// <param name="Fitted">What the curve says.</param>
public sealed record QualityPoint(int Steps, string Category, double Benefit, double Fitted)
{
    /// <summary>Measured less fitted.</summary>
    public double Residual => Benefit - Fitted;
}
