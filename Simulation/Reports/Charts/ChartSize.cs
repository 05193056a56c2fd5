namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// The drawing width of a chart in user units (1 unit is 1 CSS pixel when shown unscaled). A chart is drawn anew for each size instead
/// of being scaled down, so that its text stays legible on a phone.
/// </summary>
public enum ChartSize
{
    /// <summary>360 units: a phone, or a narrow column.</summary>
    Compact,

    /// <summary>500 units: half of a desktop page.</summary>
    Medium,

    /// <summary>900 units: the full text width of a desktop page.</summary>
    Wide,
}
