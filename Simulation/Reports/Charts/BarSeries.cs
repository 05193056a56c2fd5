namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The values of one series of a <see cref="BarChart"/>, one per category.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Slot">Its style slot, 0 or more.</param>
/// <param name="Values">One value per category; NaN is missing: there is no bar.</param>
public sealed record BarSeries(string Name, int Slot, IReadOnlyList<double> Values)
{
    /// <summary>Lower ends of the error whiskers, one per category (NaN: none), or null.</summary>
    public IReadOnlyList<double>? Low { get; init; }

    /// <summary>Upper ends of the error whiskers, one per category (NaN: none), or null.</summary>
    public IReadOnlyList<double>? High { get; init; }
}
