namespace ControlPlane.Learning.Optimisation;

/// <summary>Falls in a line from the first rate to the last, and stays.</summary>
/// <param name="First">Rate of the first step, ≥ 0.</param>
/// <param name="Last">Rate at the end and after it, ≥ 0.</param>
/// <param name="Steps">Steps until the end, ≥ 1.</param>
public sealed record LinearRate(double First, double Last, long Steps) : ILearningRate
{
    /// <inheritdoc/>
    public double At(long taken) => First + (Last - First) * Math.Min(1, (double)taken / Steps);
}
