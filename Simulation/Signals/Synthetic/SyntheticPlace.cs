namespace ControlPlane.Simulation.Signals.Synthetic;

/// <summary>A place for made signals.</summary>
/// <param name="Name">Short name of its market.</param>
/// <param name="Price">Spread of the prices.</param>
/// <param name="Solar">How much the sun presses the price at midday, 0 (not at all) to 3 (below zero on many days).</param>
/// <param name="CarbonKgPerKwh">Mean carbon intensity, kg/kWh.</param>
/// <param name="CarbonSpread">Standard deviation of the carbon intensity, kg/kWh.</param>
/// <param name="LatitudeDeg">Latitude, degrees north.</param>
/// <param name="LongitudeDeg">Longitude, degrees east.</param>
/// <param name="UtcOffsetH">Standard time, hours from UTC; made signals know no summer time.</param>
/// <param name="MeanC">Mean temperature of the year, °C.</param>
/// <param name="SeasonC">Half the difference between summer and winter, °C.</param>
/// <param name="DayC">Half the difference between afternoon and night, °C.</param>
/// <param name="Cloud">Mean cover of clouds, in (0, 1).</param>
/// <param name="WindMPerS">Mean wind at the height of a turbine, m/s.</param>
public sealed record SyntheticPlace(
    string Name,
    PriceLevel Price,
    double Solar,
    double CarbonKgPerKwh,
    double CarbonSpread,
    double LatitudeDeg,
    double LongitudeDeg,
    double UtcOffsetH,
    double MeanC,
    double SeasonC,
    double DayC,
    double Cloud,
    double WindMPerS)
{
    /// <summary>The places that ship with the product: <c>pjm</c>, <c>nyiso</c>, <c>caiso</c>, <c>ercot</c>.</summary>
    public static IReadOnlyList<SyntheticPlace> All { get; } =
    [
        new("pjm", new(-5, 10.6, 18, 28.4, 58.2, 170, 0.32, 900), 0.6, 0.322, 0.028, 39.0, -77.5, -5, 13, 12, 5, 0.5, 6.5),
        new("nyiso", new(-5, 16.7, 21, 30.5, 55.4, 152, 0.44, 900), 0.4, 0.210, 0.027, 40.7, -74.0, -5, 12.9, 11.5, 4, 0.52, 7.0),
        new("caiso", new(-25, -8.3, 22, 44.5, 87.6, 186, 0.5, 1000), 2.5, 0.194, 0.06, 37.4, -121.9, -8, 15.2, 6, 6, 0.3, 5.5),
        new("ercot", new(-10, 3.7, 12, 21.3, 51.4, 416, 0.8, 5000), 1.2, 0.37, 0.06, 32.8, -96.8, -6, 19.5, 11, 6, 0.42, 8.0),
    ];

    /// <summary>A place by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <exception cref="ArgumentException">There is none; the message lists them.</exception>
    public static SyntheticPlace Named(string name) =>
        All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no place '{name}'; places are {string.Join(", ", All.Select(p => p.Name))}.", nameof(name));
}
