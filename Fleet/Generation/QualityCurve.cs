namespace ControlPlane.Fleet.Generation;

/// <summary>
/// Quality of a result against the number of denoising steps: G(c) = A / (1 + e^(−κ·(c − c⁰))) + g⁰ (aigc-energy.md, 2.3). That it is a sigmoid is from a digest of the
/// JEMAS paper; no fitted parameters are published, so all that ship here are placeholders.
/// </summary>
/// <param name="Amplitude">A, &gt; 0.</param>
/// <param name="SteepnessPerStep">κ, per step, &gt; 0.</param>
/// <param name="MidpointSteps">c⁰, steps.</param>
/// <param name="Floor">g⁰, ≥ 0.</param>
public sealed record QualityCurve(double Amplitude, double SteepnessPerStep, double MidpointSteps, double Floor = 0)
{
    /// <summary>Quality, dimensionless.</summary>
    /// <param name="steps">Denoising steps, ≥ 1.</param>
    public double At(double steps) => Amplitude / (1 + Math.Exp(-SteepnessPerStep * (steps - MidpointSteps))) + Floor;

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (!(Amplitude > 0 && double.IsFinite(Amplitude)))
            return $"amplitude must be a number above 0, not {Amplitude}";
        if (!(SteepnessPerStep > 0 && double.IsFinite(SteepnessPerStep)))
            return $"steepnessPerStep must be a number above 0, not {SteepnessPerStep}";
        if (!double.IsFinite(MidpointSteps))
            return $"midpointSteps must be a number, not {MidpointSteps}";
        return Floor >= 0 && double.IsFinite(Floor) ? null : $"floor must be a number of at least 0, not {Floor}";
    }
}
