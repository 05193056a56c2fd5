namespace ControlPlane.Learning.Optimisation;

/// <summary>Rises in a line, falls along half a cosine (Loshchilov and Hutter, ICLR 2017), and stays.</summary>
/// <param name="Peak">Greatest rate, ≥ 0.</param>
/// <param name="Last">Rate at the end and after it, ≥ 0.</param>
/// <param name="WarmupSteps">Steps until the peak, ≥ 0.</param>
/// <param name="Steps">Steps until the end, more than those of the warm-up.</param>
public sealed record CosineRate(double Peak, double Last, long WarmupSteps, long Steps) : ILearningRate
{
    /// <inheritdoc/>
    public double At(long taken)
    {
        if (taken < WarmupSteps)
            return Peak * (taken + 1) / WarmupSteps;
        var share = Math.Min(1, (double)(taken - WarmupSteps) / (Steps - WarmupSteps));
        return Last + (Peak - Last) * (1 + Math.Cos(Math.PI * share)) / 2;
    }
}
