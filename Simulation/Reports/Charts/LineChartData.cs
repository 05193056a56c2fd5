namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The content of a <see cref="LineChart"/>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What it says, for readers who cannot see it.</param>
/// <param name="X">The horizontal axis, often of kind <see cref="AxisKind.Time"/>.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The lines.</param>
public sealed record LineChartData(string Title, string Description, Axis X, Axis Y, IReadOnlyList<LineSeries> Series)
{
    /// <summary>Vertical markers with labels above the plotting area.</summary>
    public IReadOnlyList<EventMarker> Events { get; init; } = [];

    /// <summary>Horizontal reference lines.</summary>
    public IReadOnlyList<ReferenceLine> References { get; init; } = [];

    /// <summary>True when a value holds until the next one: drawn as steps.</summary>
    public bool Step { get; init; }

    /// <summary>How long series are reduced.</summary>
    public SeriesDetail Detail { get; init; }
}
