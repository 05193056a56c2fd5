namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The content of a <see cref="ScatterWithCurve"/>.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What it says, for readers who cannot see it.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Points">The labelled points.</param>
public sealed record ScatterWithCurveData(string Title, string Description, Axis X, Axis Y, IReadOnlyList<ScatterPoint> Points)
{
    /// <summary>The curves, drawn below the points.</summary>
    public IReadOnlyList<ScatterCurve> Curves { get; init; } = [];
}
