namespace ControlPlane.Simulation.Signals.Synthetic;

/// <summary>
/// Signals that are made, not measured: for scenarios that must run without a download. They are put together by calendar years in hours, so an hour has the same value whatever span
/// is asked for, and the years of one seed differ. A year begins anew in each random process.
/// </summary>
/// <param name="place">The place.</param>
/// <param name="seed">The seed.</param>
public sealed class SyntheticSignals(SyntheticPlace place, long seed)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly Dictionary<int, SyntheticYear> _years = [];

    /// <summary>Price: two peaks a day, a dip at midday where there is much sun, lower at week-ends, dear spells with spikes; spread over the year as the market's.</summary>
    /// <param name="startUtc">First hour.</param>
    /// <param name="hours">Number of hours, ≥ 1.</param>
    public SignalSeries Price(DateTimeOffset startUtc, int hours) => Series("price", SignalQuantity.PriceUsdPerKwh, startUtc, hours, y => y.PriceUsdPerKwh);

    /// <summary>Carbon intensity: moves with the price, because dear hours burn more.</summary>
    /// <param name="startUtc">First hour.</param>
    /// <param name="hours">Number of hours, ≥ 1.</param>
    public SignalSeries Carbon(DateTimeOffset startUtc, int hours) => Series("carbon", SignalQuantity.CarbonKgPerKwh, startUtc, hours, y => y.CarbonKgPerKwh);

    /// <summary>Irradiance: the clear sky of the day (Haurwitz) behind clouds that come and go (Kasten and Czeplak).</summary>
    /// <param name="startUtc">First hour.</param>
    /// <param name="hours">Number of hours, ≥ 1.</param>
    public SignalSeries Irradiance(DateTimeOffset startUtc, int hours) => Series("irradiance", SignalQuantity.IrradianceWPerM2, startUtc, hours, y => y.IrradianceWPerM2);

    /// <summary>Wind: a first-order process with the Rayleigh distribution of the mean.</summary>
    /// <param name="startUtc">First hour.</param>
    /// <param name="hours">Number of hours, ≥ 1.</param>
    public SignalSeries Wind(DateTimeOffset startUtc, int hours) => Series("wind", SignalQuantity.WindMPerS, startUtc, hours, y => y.WindMPerS);

    /// <summary>Temperature: season, time of day, and spells.</summary>
    /// <param name="startUtc">First hour.</param>
    /// <param name="hours">Number of hours, ≥ 1.</param>
    public SignalSeries Temperature(DateTimeOffset startUtc, int hours) => Series("temperature", SignalQuantity.TemperatureC, startUtc, hours, y => y.TemperatureC);

    /// <summary>All signals of a site.</summary>
    /// <param name="startUtc">First hour.</param>
    /// <param name="hours">Number of hours, ≥ 1.</param>
    public SiteSignals Site(DateTimeOffset startUtc, int hours) => new()
    {
        Price = Price(startUtc, hours),
        Carbon = Carbon(startUtc, hours),
        Irradiance = Irradiance(startUtc, hours),
        Wind = Wind(startUtc, hours),
        Temperature = Temperature(startUtc, hours),
    };

    private SignalSeries Series(string name, SignalQuantity quantity, DateTimeOffset startUtc, int hours, Func<SyntheticYear, double[]> pick)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hours, 100 * 8784);
        if (startUtc.Offset != TimeSpan.Zero || startUtc.Ticks % Hour.Ticks != 0)
            throw new ArgumentException($"A made signal begins at a full hour in UTC, not at {startUtc:O}.", nameof(startUtc));
        var values = new double[hours];
        for (var i = 0; i < hours; i++)
        {
            var utc = startUtc.AddHours(i);
            values[i] = pick(Year(utc.Year))[(utc.DayOfYear - 1) * 24 + utc.Hour];
        }

        var source = new SignalSource($"synthetic {name} {place.Name}, seed {seed}", "", "synthetic", place.Name, hours, startUtc, startUtc.AddHours(hours - 1), "", 0);
        return new($"{name} {place.Name}", quantity, startUtc, Hour, values, source);
    }

    private SyntheticYear Year(int year) => _years.TryGetValue(year, out var known) ? known : _years[year] = new SyntheticYear(place, seed, year);
}
