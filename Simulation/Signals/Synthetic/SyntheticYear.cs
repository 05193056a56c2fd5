using ControlPlane.Fleet.Randomness;
using MathNet.Numerics.Distributions;

namespace ControlPlane.Simulation.Signals.Synthetic;

/// <summary>One calendar year (UTC) of a place, by the hour.</summary>
internal sealed class SyntheticYear
{
    // Hour-to-hour memory of the random parts: prices and carbon about ten hours, weather about two days, clouds about six hours.
    private const double PriceMemory = 0.9;
    private const double WeatherMemory = 0.98;
    private const double CloudMemory = 0.85;
    private const double CarbonShareOfPrice = 0.75;
    private readonly SyntheticPlace _place;
    private readonly DateTime _start;

    private readonly long _seed;
    private readonly int _hours;

    public SyntheticYear(SyntheticPlace place, long seed, int year)
    {
        (_place, _seed, _start) = (place, seed, new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _hours = DateTime.IsLeapYear(year) ? 8784 : 8760;
    }

    // Each is made when it is asked for first: few sites need all of them, and each has a random stream of its own.
    public double[] PriceUsdPerKwh => field ??= ByRank(Price, share => _place.Price.Quantile(share) / 1000);

    public double[] CarbonKgPerKwh => field ??= Carbon(Price, new Ar1(PriceMemory, Stream("carbon")));

    public double[] IrradianceWPerM2 => field ??= Irradiance(_hours, new Ar1(CloudMemory, Stream("cloud")));

    public double[] WindMPerS => field ??= Wind(_hours, new Ar1(WeatherMemory, Stream("wind")));

    public double[] TemperatureC => field ??= Temperature(_hours, new Ar1(WeatherMemory, Stream("temperature")));

    private double[] Price => field ??= Stress(new Ar1(PriceMemory, Stream("price")), _hours);

    private RandomStream Stream(string name) => new(_seed, $"signals/{_place.Name}/{_start.Year}/{name}");

    // How scarce power is: peaks of the day, sun, week-end, season, and spells. Only its order matters for the price.
    private double[] Stress(Ar1 noise, int hours)
    {
        var values = new double[hours];
        for (var i = 0; i < hours; i++)
        {
            var local = _start.AddHours(i + _place.UtcOffsetH);
            var (hour, isWeekend) = (local.Hour + 0.5, local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            var summer = SolarGeometry.Season(local.DayOfYear);
            values[i] = 0.7 * Bump(hour, 8, 2) + 1.4 * Bump(hour, 19, 2.5) - 0.8 * Bump(hour, 3.5, 3)
                - _place.Solar * (0.8 + 0.3 * summer) * Bump(hour, 12.5, 2.5) - (isWeekend ? 0.4 : 0) + 0.2 * summer * summer + noise.Next();
        }

        return values;
    }

    private double[] Carbon(double[] stress, Ar1 noise)
    {
        var mixed = Array.ConvertAll(ByRank(stress, share => Normal.InvCDF(0, 1, share)), z => CarbonShareOfPrice * z + Math.Sqrt(1 - CarbonShareOfPrice * CarbonShareOfPrice) * noise.Next());
        return ByRank(mixed, share => Math.Max(0.01, _place.CarbonKgPerKwh + _place.CarbonSpread * Normal.InvCDF(0, 1, share)));
    }

    private double[] Irradiance(int hours, Ar1 cloud)
    {
        var values = new double[hours];
        var sun = new SolarGeometry(_place.LatitudeDeg, _place.LongitudeDeg);
        for (var i = 0; i < hours; i++)
        {
            // A logit-like spread of the cover around its mean: many clear and many closed hours, few between.
            var cover = Normal.CDF(0, 1, 1.5 * cloud.Next() + 1.8 * Normal.InvCDF(0, 1, _place.Cloud));
            values[i] = sun.ClearSkyMean(_start.AddHours(i)) * (1 - 0.75 * Math.Pow(cover, 3.4));
        }

        return values;
    }

    private double[] Wind(int hours, Ar1 noise)
    {
        var values = new double[hours];
        for (var i = 0; i < hours; i++)
        {
            var local = _start.AddHours(i + _place.UtcOffsetH);
            var share = Math.Clamp(Normal.CDF(0, 1, noise.Next() - 0.15 * SolarGeometry.Season(local.DayOfYear)), 1e-6, 1 - 1e-6);
            values[i] = Math.Min(40, _place.WindMPerS * Math.Sqrt(-4 / Math.PI * Math.Log(1 - share)));
        }

        return values;
    }

    private double[] Temperature(int hours, Ar1 noise)
    {
        var values = new double[hours];
        for (var i = 0; i < hours; i++)
        {
            var local = _start.AddHours(i + _place.UtcOffsetH);
            var afternoon = Math.Cos(2 * Math.PI * (local.Hour + 0.5 - 15) / 24);
            // The air follows the sun by about a month.
            values[i] = _place.MeanC + _place.SeasonC * SolarGeometry.Season(local.DayOfYear - 28) + _place.DayC * afternoon + 3 * noise.Next();
        }

        return values;
    }

    // The values of a year put in the place of the order of others, so that the year has exactly the wished spread.
    private static double[] ByRank(double[] order, Func<double, double> quantile)
    {
        var index = Enumerable.Range(0, order.Length).ToArray();
        Array.Sort((double[])order.Clone(), index);
        var values = new double[order.Length];
        for (var rank = 0; rank < index.Length; rank++)
            values[index[rank]] = quantile((rank + 0.5) / index.Length);
        return values;
    }

    private static double Bump(double hour, double at, double width) => Math.Exp(-(hour - at) * (hour - at) / (2 * width * width));
}
