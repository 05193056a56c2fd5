namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The content of a <see cref="DensityChart"/>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What it says, for readers who cannot see it.</param>
/// <param name="X">The axis of the values, linear or logarithmic.</param>
/// <param name="Samples">The samples, one row each.</param>
public sealed record DensityChartData(string Title, string Description, Axis X, IReadOnlyList<SampleSeries> Samples)
{
    /// <summary>Number of equally wide bins over the axis (on a logarithmic axis, equally wide in the logarithm), 5 to 500.</summary>
    public int Bins { get; init; } = 60;
}
