namespace ControlPlane.Fleet.Energy;

/// <summary>What the world offers a site during a slot: prices, emissions, sun, wind, temperature.</summary>
/// <param name="Tariff">What the grid costs and emits.</param>
/// <param name="IrradianceWPerM2">Global horizontal irradiance, W/m², ≥ 0.</param>
/// <param name="WindMPerS">Wind speed at the height of the turbine, m/s, ≥ 0.</param>
/// <param name="OutdoorC">Temperature outside, °C.</param>
public readonly record struct SiteConditions(Tariff Tariff, double IrradianceWPerM2 = 0, double WindMPerS = 0, double OutdoorC = 25);
