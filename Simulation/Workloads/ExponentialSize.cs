using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Workloads;

/// <summary>Exponential sizes.</summary>
/// <param name="Mean">Mean, units, &gt; 0.</param>
public sealed record ExponentialSize(double Mean) : SizeDistribution
{
    /// <inheritdoc/>
    public override double MeanUnits => Mean;

    /// <inheritdoc/>
    public override double Draw(IRandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Math.Max(double.Epsilon, random.NextExponential(1 / Mean));
    }
}
