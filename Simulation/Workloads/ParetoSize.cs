using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Workloads;

/// <summary>Pareto sizes: P(X &gt; x) = (m/x)^k for x ≥ m, cut off at a maximum by inversion of the truncated law.</summary>
/// <param name="MinimumUnits">m, units, &gt; 0.</param>
/// <param name="Shape">k, &gt; 1.</param>
/// <param name="MaximumUnits">Cut-off, units, &gt; m; infinite for none.</param>
public sealed record ParetoSize(double MinimumUnits, double Shape, double MaximumUnits = double.PositiveInfinity) : SizeDistribution
{
    // Probability mass that the cut-off removes.
    private double Tail => double.IsPositiveInfinity(MaximumUnits) ? 0 : Math.Pow(MinimumUnits / MaximumUnits, Shape);

    /// <inheritdoc/>
    public override double MeanUnits
    {
        get
        {
            var above = double.IsPositiveInfinity(MaximumUnits) ? 0 : Tail * MaximumUnits;
            return Shape / (Shape - 1) * (MinimumUnits - above) / (1 - Tail);
        }
    }

    /// <inheritdoc/>
    public override double Draw(IRandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return MinimumUnits * Math.Pow(1 - random.NextUniform() * (1 - Tail), -1 / Shape);
    }
}
