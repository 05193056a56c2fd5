using ControlPlane.Simulation.Signals;
using static ControlPlane.Core.Tests.Signals.TestSignals;

namespace ControlPlane.Core.Tests.Signals;

/// <summary>A signal over time: holding, running linearly, resampling, repeating.</summary>
public sealed class SignalSeriesTests
{
    private static readonly SignalSeries Price = Hourly(SignalQuantity.PriceUsdPerKwh, 0.02, -0.01, 0.04, 0.03);
    private static readonly SignalSeries Temperature = Hourly(SignalQuantity.TemperatureC, 10, 14, 12, 12);

    [Fact]
    public void A_price_holds_during_its_slot()
    {
        Assert.Equal(0.02, Price.At(Start.AddMinutes(59)));
        Assert.Equal(-0.01, Price.At(Start.AddMinutes(60)));
    }

    [Fact]
    public void The_mean_of_a_price_is_weighted_by_time() =>
        Assert.Equal((0.02 * 30 - 0.01 * 60 + 0.04 * 15) / 105, Price.Mean(Start.AddMinutes(30), Start.AddMinutes(135)), 12);

    [Fact]
    public void Weather_runs_from_the_middle_of_a_slot_to_the_next()
    {
        Assert.Equal(10, Temperature.At(Start.AddMinutes(10)));
        Assert.Equal(12, Temperature.At(Start.AddMinutes(60)));
        Assert.Equal(14, Temperature.At(Start.AddMinutes(90)));
        Assert.Equal(12, Temperature.At(Start.AddMinutes(239)));
    }

    [Fact]
    public void The_mean_of_weather_is_that_of_the_line()
    {
        var fine = Enumerable.Range(0, 120).Average(i => Temperature.At(Start.AddMinutes(30 + i).AddSeconds(30)));
        Assert.Equal(fine, Temperature.Mean(Start.AddMinutes(30), Start.AddMinutes(150)), 9);
    }

    [Fact]
    public void A_mean_is_the_same_whatever_slots_it_is_put_together_of()
    {
        var parts = Enumerable.Range(0, 48).Average(i => Temperature.Mean(Start.AddMinutes(5 * i), Start.AddMinutes(5 * i + 5)));
        Assert.Equal(parts, Temperature.Mean(Start, Start.AddHours(4)), 9);
    }

    [Fact]
    public void Resampled_prices_hold_going_finer_and_are_means_going_coarser()
    {
        Assert.Equal([0.02, 0.02, -0.01, -0.01, 0.04, 0.04, 0.03, 0.03], Price.Resample(TimeSpan.FromMinutes(30)).Values.ToArray());
        var coarse = Price.Resample(TimeSpan.FromHours(2));
        Assert.Equal(0.005, coarse.Values[0], 12);
        Assert.Equal(0.035, coarse.Values[1], 12);
        Assert.Contains("time-weighted mean", coarse.Source.Resampling);
    }

    [Fact]
    public void Resampled_arrivals_keep_their_number()
    {
        var arrivals = Hourly(SignalQuantity.ArrivalsPerSlot, 12, 0, 24, 6);
        Assert.Equal([12, 30], arrivals.Resample(TimeSpan.FromHours(2)).Values.ToArray());
        Assert.Equal(42, arrivals.Resample(TimeSpan.FromMinutes(5)).Values.ToArray().Sum(), 9);
    }

    [Fact]
    public void Outside_its_span_a_signal_names_the_span()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Price.At(Start.AddHours(4)));
        Assert.Contains("2023-03-01 00:00 to 2023-03-01 04:00 UTC", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Price.At(Start.AddTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Price.Mean(Start.AddHours(3), Start.AddHours(5)));
    }

    [Fact]
    public void A_typical_year_repeats_and_knows_29_February_as_the_day_before()
    {
        var values = Enumerable.Range(0, 8760).Select(i => (double)(i / 24 % 60)).ToArray();
        var year = new SignalSeries("year", SignalQuantity.TemperatureC, new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(1), values, Source).Repeating();
        var noon = new DateTimeOffset(2024, 2, 28, 12, 30, 0, TimeSpan.Zero);
        Assert.Equal(58, year.At(noon));
        Assert.Equal(58, year.At(noon.AddDays(1)));
        Assert.Equal(59, year.At(noon.AddDays(2)));
        Assert.Equal(year.At(noon.AddYears(-20)), year.At(noon.AddYears(30)));
        Assert.Equal((values[^1] + values[0]) / 2, year.At(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Only_a_year_repeats() => Assert.Throws<InvalidOperationException>(() => Price.Repeating());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(36)]
    [InlineData(-0.1)]
    public void A_value_outside_the_range_of_its_quantity_is_refused(double value) =>
        Assert.Contains("kg/kWh", Assert.Throws<ArgumentException>(() => Hourly(SignalQuantity.CarbonKgPerKwh, 0.3, value)).Message);
}
