using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Workloads;

/// <summary>Sizes uniform between two bounds; equal bounds make every job the same size.</summary>
/// <param name="MinimumUnits">Least size, units, &gt; 0.</param>
/// <param name="MaximumUnits">Greatest size, units, ≥ least.</param>
public sealed record UniformSize(double MinimumUnits, double MaximumUnits) : SizeDistribution
{
    /// <inheritdoc/>
    public override double MeanUnits => (MinimumUnits + MaximumUnits) / 2;

    /// <inheritdoc/>
    public override double Draw(IRandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return MinimumUnits + (MaximumUnits - MinimumUnits) * random.NextUniform();
    }
}
