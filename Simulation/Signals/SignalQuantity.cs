namespace ControlPlane.Simulation.Signals;

/// <summary>What a signal measures; the unit is in the name.</summary>
public enum SignalQuantity
{
    /// <summary>Price of electricity, USD/kWh; may be below 0.</summary>
    PriceUsdPerKwh,

    /// <summary>Carbon intensity of electricity, kg CO₂/kWh, ≥ 0.</summary>
    CarbonKgPerKwh,

    /// <summary>Global horizontal irradiance, W/m², ≥ 0.</summary>
    IrradianceWPerM2,

    /// <summary>Wind speed, m/s, ≥ 0.</summary>
    WindMPerS,

    /// <summary>Temperature of the air outside, °C.</summary>
    TemperatureC,

    /// <summary>Power of a plant, kW.</summary>
    PowerKw,

    /// <summary>Arrivals during a slot of the series' step, ≥ 0.</summary>
    ArrivalsPerSlot,
}
