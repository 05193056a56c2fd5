namespace ControlPlane.Planning.Routing;

/// <summary>Settings of <see cref="BregmanRouter"/>. The defaults are those that were measured.</summary>
public sealed record RoutingSettings
{
    /// <summary>Step size, > 0, in units in which all the cost of even shares is 1.</summary>
    public double StepSize { get; init; } = 1;

    /// <summary>Mirror-prox steps at each tick, ≥ 0.</summary>
    public int StepsPerTick { get; init; } = 10;

    /// <summary>Relaxation of projections, in (0, 2): 1 is exact, 1.5 gets within limits in a quarter of the projections.</summary>
    public double Relaxation { get; init; } = 1.5;

    /// <summary>Projections at each tick at most, ≥ 0.</summary>
    public int ProjectionsPerTick { get; init; } = 40;

    /// <summary>Violation up to which limits count as kept, relative, > 0.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Least share of an allowed site, in (0, 0.01]: one that is 0 could never grow again.</summary>
    public double LeastShare { get; init; } = 1e-4;

    /// <summary>Most a price may be, in units in which all the cost of even shares is 1.</summary>
    public double MostPrice { get; init; } = 100;

    internal void Check()
    {
        Range(nameof(StepSize), StepSize, 1e-9, 1e6);
        Range(nameof(Relaxation), Relaxation, 1e-9, 2 - 1e-9);
        Range(nameof(Tolerance), Tolerance, 1e-12, 1);
        Range(nameof(LeastShare), LeastShare, 1e-300, 0.01);
        Range(nameof(MostPrice), MostPrice, 0, 1e12);
        ArgumentOutOfRangeException.ThrowIfNegative(StepsPerTick);
        ArgumentOutOfRangeException.ThrowIfNegative(ProjectionsPerTick);
    }

    private static void Range(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in [{least}, {most}].");
    }
}
