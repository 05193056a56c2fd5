namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>A curve in a <see cref="ScatterWithCurve"/>, such as a frontier that no policy can cross.</summary>
/// <param name="Name">Its label.</param>
/// <param name="X">x values, finite and not decreasing.</param>
/// <param name="Y">y values, as many; NaN is a gap.</param>
public sealed record ScatterCurve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>True to hatch the region below the curve: what no policy can reach.</summary>
    public bool ShadeBelow { get; init; }

    /// <summary>What the shaded region is called, such as "infeasible"; empty for no label.</summary>
    public string RegionLabel { get; init; } = "";

    /// <summary>The stroke-dasharray of the line; empty for a solid one.</summary>
    public string Dash { get; init; } = "";
}
