namespace ControlPlane.Simulation.Signals;

/// <summary>What is known of each quantity: its unit, its range, and how it runs between two values.</summary>
public static class SignalUnits
{
    /// <summary>The unit as it is printed, for example <c>USD/kWh</c>.</summary>
    /// <param name="quantity">The quantity.</param>
    public static string Unit(this SignalQuantity quantity) => quantity switch
    {
        SignalQuantity.PriceUsdPerKwh => "USD/kWh",
        SignalQuantity.CarbonKgPerKwh => "kg/kWh",
        SignalQuantity.IrradianceWPerM2 => "W/m²",
        SignalQuantity.WindMPerS => "m/s",
        SignalQuantity.TemperatureC => "°C",
        SignalQuantity.PowerKw => "kW",
        SignalQuantity.ArrivalsPerSlot => "arrivals/slot",
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "Not a quantity."),
    };

    /// <summary>Least value that makes sense.</summary>
    /// <param name="quantity">The quantity.</param>
    public static double Least(this SignalQuantity quantity) => quantity switch
    {
        SignalQuantity.PriceUsdPerKwh => -100,
        SignalQuantity.TemperatureC => -100,
        SignalQuantity.PowerKw => -1e9,
        _ => 0,
    };

    /// <summary>Greatest value that makes sense: above it a file is read in the wrong unit.</summary>
    /// <param name="quantity">The quantity.</param>
    public static double Greatest(this SignalQuantity quantity) => quantity switch
    {
        SignalQuantity.PriceUsdPerKwh => 100,
        SignalQuantity.CarbonKgPerKwh => 5,
        SignalQuantity.IrradianceWPerM2 => 2000,
        SignalQuantity.WindMPerS => 120,
        SignalQuantity.TemperatureC => 70,
        _ => 1e9,
    };

    /// <summary>True for weather and plants, which run linearly from the middle of a slot to the next; prices, carbon and arrivals hold during their slot.</summary>
    /// <param name="quantity">The quantity.</param>
    public static bool IsLinear(this SignalQuantity quantity) => quantity
        is SignalQuantity.IrradianceWPerM2 or SignalQuantity.WindMPerS or SignalQuantity.TemperatureC or SignalQuantity.PowerKw;
}
