using ControlPlane.Simulation.Signals;
using ControlPlane.Simulation.Signals.Synthetic;
using static ControlPlane.Core.Tests.Signals.Golden;

namespace ControlPlane.Core.Tests.Signals.Synthetic;

/// <summary>What is made is written in public layouts and read back.</summary>
public sealed class SyntheticFileTests
{
    [Theory]
    [InlineData("price", SignalQuantity.PriceUsdPerKwh, 1e-7)]
    [InlineData("carbon", SignalQuantity.CarbonKgPerKwh, 1e-5)]
    [InlineData("weather", SignalQuantity.IrradianceWPerM2, 0.051)]
    [InlineData("weather", SignalQuantity.TemperatureC, 0.0051)]
    [InlineData("weather", SignalQuantity.WindMPerS, 0.0051)]
    public void A_made_file_is_read_back(string kind, SignalQuantity quantity, double tolerance)
    {
        var (place, start, hours) = (SyntheticPlace.Named("caiso"), Utc(2023, 3, 11), 48);
        using var text = new StringWriter();
        SyntheticFile.Write(kind, place, 3, start, hours, text);
        var site = new SyntheticSignals(place, 3).Site(start, hours);
        var made = new[] { site.Price, site.Carbon!, site.Irradiance!, site.Temperature!, site.Wind! }.Single(s => s.Quantity == quantity);
        var read = Parse(text.ToString()).Signal(quantity);
        Assert.Equal(made.Values.ToArray(), read.Values.ToArray(), (a, b) => Math.Abs(a - b) <= tolerance);
        Assert.Equal(made.At(start.AddHours(20.25)), read.At(start.AddHours(20.25)), tolerance);
    }
}
