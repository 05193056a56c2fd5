namespace ControlPlane.Fleet.Hardware;

/// <summary>
/// Power of one GPU at the normalised clock f: p(f) = α f³ + β f + γ watts (CHSAC-AF, section III; coefficients per GPU type).
/// </summary>
/// <param name="Alpha">Dynamic power that grows with the cube of the clock, W.</param>
/// <param name="Beta">Power that grows linearly with the clock, W.</param>
/// <param name="Gamma">Power that does not depend on the clock, W.</param>
public readonly record struct PowerCoefficients(double Alpha, double Beta, double Gamma)
{
    /// <summary>Power of one running GPU in watts.</summary>
    /// <param name="clock">Normalised clock, (0, 1].</param>
    public double PerGpuW(double clock) => Alpha * Math.Pow(clock, 3) + Beta * clock + Gamma;
}
