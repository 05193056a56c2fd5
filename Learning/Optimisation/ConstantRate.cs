namespace ControlPlane.Learning.Optimisation;

/// <summary>The same rate at every step.</summary>
/// <param name="Rate">The rate, ≥ 0.</param>
public sealed record ConstantRate(double Rate) : ILearningRate
{
    /// <inheritdoc/>
    public double At(long taken) => Rate;
}
