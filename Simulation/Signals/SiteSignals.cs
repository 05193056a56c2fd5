using ControlPlane.Fleet.Energy;

namespace ControlPlane.Simulation.Signals;

/// <summary>The signals of one site. A price is a must; for what is absent a stated constant stands, and <see cref="Assumptions"/> says so.</summary>
public sealed class SiteSignals
{
    /// <summary>Price of a bought kWh.</summary>
    public required SignalSeries Price { get; init => field = Must(value, SignalQuantity.PriceUsdPerKwh); }

    /// <summary>Share of the price that a sold kWh brings, in [0, 1]. The rest is the grid's margin at either sign: at -10 and 0.8 a sold kWh costs 12, so selling never pays more than buying costs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1].</exception>
    public double SellShare
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The share of the price that selling brings must be in [0, 1].");
    } = 0.8;

    /// <summary>Carbon intensity of a bought kWh; null = the constant.</summary>
    public SignalSeries? Carbon { get; init => field = May(value, SignalQuantity.CarbonKgPerKwh); }

    /// <summary>Irradiance; null = the constant.</summary>
    public SignalSeries? Irradiance { get; init => field = May(value, SignalQuantity.IrradianceWPerM2); }

    /// <summary>Wind speed; null = the constant.</summary>
    public SignalSeries? Wind { get; init => field = May(value, SignalQuantity.WindMPerS); }

    /// <summary>Temperature outside; null = the constant.</summary>
    public SignalSeries? Temperature { get; init => field = May(value, SignalQuantity.TemperatureC); }

    /// <summary>What stands where a signal is absent.</summary>
    public SignalConstants WhenAbsent { get; init; } = new();

    /// <summary>Where the signals come from, in the order price, carbon, irradiance, wind, temperature.</summary>
    public IReadOnlyList<SignalSource> Sources =>
        [.. new[] { Price, Carbon, Irradiance, Wind, Temperature }.OfType<SignalSeries>().Select(s => s.Source)];

    /// <summary>The constants in use, a sentence each; empty when every signal is there.</summary>
    public IReadOnlyList<string> Assumptions =>
    [
        .. Assumed(Carbon, "carbon", WhenAbsent.CarbonKgPerKwh, SignalQuantity.CarbonKgPerKwh),
        .. Assumed(Irradiance, "irradiance", WhenAbsent.IrradianceWPerM2, SignalQuantity.IrradianceWPerM2),
        .. Assumed(Wind, "wind", WhenAbsent.WindMPerS, SignalQuantity.WindMPerS),
        .. Assumed(Temperature, "temperature", WhenAbsent.TemperatureC, SignalQuantity.TemperatureC),
    ];

    /// <summary>What the world offers during a slot: means over it.</summary>
    /// <param name="utc">Start of the slot.</param>
    /// <param name="slot">Its length, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the span of a signal; the message names the span.</exception>
    public SiteConditions At(DateTimeOffset utc, TimeSpan slot)
    {
        var buy = Price.Mean(utc, utc + slot);
        return new(
            new Tariff(buy, buy - (1 - SellShare) * Math.Abs(buy), Carbon?.Mean(utc, utc + slot) ?? WhenAbsent.CarbonKgPerKwh),
            Irradiance?.Mean(utc, utc + slot) ?? WhenAbsent.IrradianceWPerM2,
            Wind?.Mean(utc, utc + slot) ?? WhenAbsent.WindMPerS,
            Temperature?.Mean(utc, utc + slot) ?? WhenAbsent.TemperatureC);
    }

    private static IEnumerable<string> Assumed(SignalSeries? series, string name, double constant, SignalQuantity quantity)
    {
        if (series is null)
            yield return $"no {name} signal: {constant} {quantity.Unit()} throughout";
    }

    private static SignalSeries? May(SignalSeries? series, SignalQuantity quantity) => series is null ? null : Must(series, quantity);

    private static SignalSeries Must(SignalSeries series, SignalQuantity quantity) => series.Quantity == quantity
        ? series
        : throw new ArgumentException($"{series.Name} is in {series.Quantity.Unit()}; here a signal in {quantity.Unit()} is wanted.", nameof(series));
}
