namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The content of an <see cref="EcdfChart"/>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What it says, for readers who cannot see it.</param>
/// <param name="X">The axis of the values, linear or logarithmic.</param>
/// <param name="Samples">The samples.</param>
public sealed record EcdfChartData(string Title, string Description, Axis X, IReadOnlyList<SampleSeries> Samples)
{
    /// <summary>
    /// False: the share of values at most x, on a linear axis. True: the share of values above x (the complementary distribution),
    /// on a logarithmic axis, which shows the tail.
    /// </summary>
    public bool Complementary { get; init; }

    /// <summary>What the y axis is called: "jobs", in "share of jobs at or below".</summary>
    public string Population { get; init; } = "values";

    /// <summary>Quantiles whose place on each curve is marked, each in (0, 1).</summary>
    public IReadOnlyList<double> Quantiles { get; init; } = [0.5, 0.95, 0.99];
}
