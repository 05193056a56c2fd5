namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The consecutive points of a series that fall into one column of a drawing, reduced to what can be seen of them.</summary>
/// <param name="First">The first point.</param>
/// <param name="Min">The first of the lowest points.</param>
/// <param name="Max">The first of the highest points.</param>
/// <param name="Last">The last point.</param>
/// <param name="MeanX">Mean of the x values.</param>
/// <param name="Mean">Mean of the y values, every point counting alike.</param>
public readonly record struct SeriesBucket(
    (double X, double Y) First, (double X, double Y) Min, (double X, double Y) Max, (double X, double Y) Last, double MeanX, double Mean);
