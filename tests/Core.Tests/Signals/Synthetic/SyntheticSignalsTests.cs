using ControlPlane.Simulation.Signals;
using ControlPlane.Simulation.Signals.Synthetic;
using static ControlPlane.Core.Tests.Signals.Golden;

namespace ControlPlane.Core.Tests.Signals.Synthetic;

/// <summary>Made signals have the level, the shape and the ties of measured ones.</summary>
public sealed class SyntheticSignalsTests
{
    private const int Year = 8760;

    // Means and quantiles of 2023-24, USD/MWh (aigc-energy.md, section 10).
    [Theory]
    [InlineData("pjm", 36.0, 10.6, 28.4, 58.2, 170)]
    [InlineData("nyiso", 37.3, 16.7, 30.5, 55.4, 152)]
    [InlineData("caiso", 51.1, -8.3, 44.5, 87.6, 186)]
    [InlineData("ercot", 42.0, 3.7, 21.3, 51.4, 416)]
    public void Prices_of_a_year_have_the_mean_and_the_quantiles_of_their_market(string place, double mean, double p1, double p50, double p90, double p99)
    {
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var prices = Make(place, seed).Price(Utc(2023, 1, 1), Year).Values.ToArray().Select(p => p * 1000).Order().ToArray();
            Assert.InRange(prices.Average(), 0.97 * mean, 1.03 * mean);
            foreach (var (share, wanted) in new[] { (0.01, p1), (0.5, p50), (0.9, p90), (0.99, p99) })
                Assert.InRange(prices[(int)(share * Year)], wanted - 0.02 * Math.Abs(wanted), wanted + 0.02 * Math.Abs(wanted));
        }
    }

    [Fact]
    public void A_day_has_two_peaks_and_much_sun_makes_midday_prices_negative()
    {
        var prices = Make("caiso", 1).Price(Utc(2023, 1, 1), Year);
        var byHour = ByLocalHour(prices, -8, Enumerable.Average);
        Assert.True(byHour[7] > byHour[4] && byHour[7] > byHour[12] && byHour[19] > byHour[12] && byHour[19] > byHour[2], string.Join(' ', byHour.Select(v => (1000 * v).ToString("0"))));
        var negative = Enumerable.Range(0, Year).Where(i => prices.Values[i] < 0).ToList();
        Assert.InRange(negative.Count, 50, 500);
        Assert.True(negative.Count(i => ((i + 16) % 24) is >= 9 and <= 16) > 0.8 * negative.Count, string.Join(' ', negative.GroupBy(i => (i + 16) % 24).Select(g => $"{g.Key}:{g.Count()}")));
    }

    [Theory]
    [InlineData("pjm")]
    [InlineData("caiso")]
    public void Carbon_moves_with_the_price(string place)
    {
        var made = Make(place, 4);
        var carbon = made.Carbon(Utc(2023, 1, 1), Year).Values.ToArray();
        var price = made.Price(Utc(2023, 1, 1), Year).Values.ToArray();
        Assert.InRange(MathNet.Numerics.Statistics.Correlation.Spearman(price, carbon), 0.6, 0.9);
        Assert.InRange(carbon.Average(), 0.98 * SyntheticPlace.Named(place).CarbonKgPerKwh, 1.02 * SyntheticPlace.Named(place).CarbonKgPerKwh);
    }

    [Fact]
    public void The_sun_is_dark_at_night_and_high_in_summer()
    {
        var sun = Make("caiso", 5).Irradiance(Utc(2023, 1, 1), Year);
        var mean = ByLocalHour(sun, -8, Enumerable.Average);
        var most = ByLocalHour(sun, -8, Enumerable.Max);
        Assert.Equal(0, mean[0]);
        Assert.InRange(Array.IndexOf(mean, mean.Max()), 11, 12);
        Assert.InRange(most.Max(), 900, 1050);
        Assert.InRange(mean.Average(), 170, 250);
        Assert.True(sun.Mean(Utc(2023, 6, 1), Utc(2023, 7, 1)) > 1.8 * sun.Mean(Utc(2023, 12, 1), Utc(2023, 12, 31)));
    }

    [Fact]
    public void Wind_and_temperature_have_the_mean_of_their_place_and_memory()
    {
        var hours = 4 * Year;
        var wind = Make("ercot", 6).Wind(Utc(2021, 1, 1), hours).Values.ToArray();
        var temperature = Make("ercot", 6).Temperature(Utc(2021, 1, 1), hours);
        Assert.InRange(wind.Average(), 7.3, 8.7);
        Assert.True(MathNet.Numerics.Statistics.Correlation.Pearson(wind[1..], wind[..^1]) > 0.9);
        Assert.InRange(temperature.Values.ToArray().Average(), 18, 21);
        Assert.True(temperature.Mean(Utc(2022, 7, 1), Utc(2022, 8, 1)) > temperature.Mean(Utc(2022, 1, 1), Utc(2022, 2, 1)) + 15);
    }

    [Fact]
    public void An_hour_is_the_same_whatever_span_is_asked_for_and_another_seed_is_another_year()
    {
        var year = Make("pjm", 1).Price(Utc(2023, 1, 1), 2 * Year);
        var day = Make("pjm", 1).Price(Utc(2024, 3, 5), 24);
        Assert.Equal(year.At(Utc(2023, 12, 31, 23)), Make("pjm", 1).Price(Utc(2023, 12, 31, 23), 1).Values[0]);
        Assert.Equal(Make("pjm", 1).Price(Utc(2024, 1, 1), Year).At(Utc(2024, 3, 5, 7)), day.At(Utc(2024, 3, 5, 7)));
        Assert.NotEqual(day.Values.ToArray(), Make("pjm", 2).Price(Utc(2024, 3, 5), 24).Values.ToArray());
        Assert.Equal("synthetic price pjm, seed 1", day.Source.File);
    }

    [Fact]
    public void A_site_has_all_its_signals()
    {
        var site = Make("nyiso", 1).Site(Utc(2023, 7, 1), 48);
        Assert.Empty(site.Assumptions);
        Assert.Equal(5, site.Sources.Count);
        Assert.InRange(site.At(Utc(2023, 7, 1, 17), TimeSpan.FromMinutes(5)).IrradianceWPerM2, 100, 1000);
    }

    private static SyntheticSignals Make(string place, long seed) => new(SyntheticPlace.Named(place), seed);

    private static double[] ByLocalHour(SignalSeries series, int offset, Func<IEnumerable<double>, double> of)
    {
        var values = series.Values.ToArray();
        return [.. Enumerable.Range(0, 24).Select(hour => of(values.Where((_, i) => (i + offset + 24) % 24 == hour)))];
    }
}
