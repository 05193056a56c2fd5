namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>How a series with more points than the drawing has columns is reduced.</summary>
public enum SeriesDetail
{
    /// <summary>The line visits the lowest and the highest point of every column: it looks like the line through all points.</summary>
    Extremes,

    /// <summary>The line is the mean of every column, and the range from lowest to highest is shaded: calmer for noisy series.</summary>
    MeanAndRange,
}
