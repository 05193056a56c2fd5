namespace ControlPlane.Simulation.Signals.Files;

/// <summary>The unit of a column, and how it becomes the unit of its quantity: value × factor + offset.</summary>
/// <param name="Text">The unit as the file has it.</param>
/// <param name="Quantity">The quantity.</param>
/// <param name="Factor">Factor.</param>
/// <param name="Offset">Offset.</param>
internal sealed record FileUnit(string Text, SignalQuantity Quantity, double Factor = 1, double Offset = 0)
{
    private const double KgPerLb = 0.45359237;

    public static readonly FileUnit UsdPerMwh = new("USD/MWh", SignalQuantity.PriceUsdPerKwh, 1e-3);
    public static readonly FileUnit GramPerKwh = new("g/kWh", SignalQuantity.CarbonKgPerKwh, 1e-3);
    public static readonly FileUnit LbsPerMwh = new("lbs/MWh", SignalQuantity.CarbonKgPerKwh, KgPerLb / 1000);
    public static readonly FileUnit Mw = new("MW", SignalQuantity.PowerKw, 1000);
    public static readonly FileUnit WPerM2 = new("W/m²", SignalQuantity.IrradianceWPerM2);
    public static readonly FileUnit MPerS = new("m/s", SignalQuantity.WindMPerS);
    public static readonly FileUnit KmPerH = new("km/h", SignalQuantity.WindMPerS, 1 / 3.6);
    public static readonly FileUnit Mph = new("mph", SignalQuantity.WindMPerS, 0.44704);
    public static readonly FileUnit Knots = new("kn", SignalQuantity.WindMPerS, 1852.0 / 3600);
    public static readonly FileUnit Celsius = new("°C", SignalQuantity.TemperatureC);
    public static readonly FileUnit Kelvin = new("K", SignalQuantity.TemperatureC, 1, -273.15);
    public static readonly FileUnit Fahrenheit = new("°F", SignalQuantity.TemperatureC, 5 / 9.0, -160 / 9.0);

    public static FileUnit AudPerMwh(double usdPerAud) => new($"AUD/MWh at {usdPerAud} USD/AUD", SignalQuantity.PriceUsdPerKwh, 1e-3 * usdPerAud);

    /// <summary>What was done to the values; empty when nothing was.</summary>
    public string Conversion => Text == Quantity.Unit() ? "" : $"{Text} to {Quantity.Unit()}";

    /// <summary>The range of the column, in the unit of the file.</summary>
    public string Range => $"[{(Quantity.Least() - Offset) / Factor:G6}, {(Quantity.Greatest() - Offset) / Factor:G6}] {Text}";

    public double Convert(double value) => value * Factor + Offset;
}
