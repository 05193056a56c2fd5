using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Workloads;

/// <summary>How large jobs are, in work units.</summary>
public abstract record SizeDistribution
{
    /// <summary>Mean size in units.</summary>
    public abstract double MeanUnits { get; }

    /// <summary>Draws a size in units, &gt; 0.</summary>
    /// <param name="random">Where the draws come from.</param>
    public abstract double Draw(IRandomStream random);
}
