using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Workloads;

/// <summary>Log-normal sizes: exp(N(ln median, σ)), not below a floor.</summary>
/// <param name="MedianUnits">Median, units, &gt; 0.</param>
/// <param name="Sigma">Standard deviation of the logarithm, ≥ 0.</param>
/// <param name="FloorUnits">Least size, units, &gt; 0; must lie far below the median for <see cref="MeanUnits"/> to hold.</param>
public sealed record LogNormalSize(double MedianUnits, double Sigma, double FloorUnits = 0.1) : SizeDistribution
{
    private readonly double _mu = Math.Log(MedianUnits);

    /// <inheritdoc/>
    public override double MeanUnits => MedianUnits * Math.Exp(Sigma * Sigma / 2);

    /// <inheritdoc/>
    public override double Draw(IRandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Math.Max(FloorUnits, Math.Exp(random.NextNormal(_mu, Sigma)));
    }
}
