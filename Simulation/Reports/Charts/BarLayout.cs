namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>How several series share a category of a <see cref="BarChart"/>.</summary>
public enum BarLayout
{
    /// <summary>Side by side.</summary>
    Grouped,

    /// <summary>End to end; values must be 0 or more.</summary>
    Stacked,
}
