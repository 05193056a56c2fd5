namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The measures that belong to each <see cref="ChartSize"/>, in user units.</summary>
internal static class ChartSizes
{
    /// <summary>Height of the lettering of a chart.</summary>
    public const double FontSize = 12;

    /// <summary>Width of the whole drawing.</summary>
    public static double Width(this ChartSize size) => size switch
    {
        ChartSize.Compact => 360,
        ChartSize.Medium => 500,
        _ => 900,
    };

    /// <summary>Height of the plotting area of a chart with two quantitative axes.</summary>
    public static double PlotHeight(this ChartSize size) => size switch
    {
        ChartSize.Compact => 220,
        ChartSize.Medium => 250,
        _ => 300,
    };
}
