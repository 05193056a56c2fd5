namespace ControlPlane.Simulation.Signals;

/// <summary>What is taken where a site has no signal of its own: stated values, never zero by omission. A result names those that it used.</summary>
/// <param name="CarbonKgPerKwh">Carbon intensity, kg CO₂/kWh; 0.4 is near the mean of the US grid.</param>
/// <param name="IrradianceWPerM2">Irradiance, W/m²; 170 is a mean over day and night in middle latitudes.</param>
/// <param name="WindMPerS">Wind speed, m/s; 6 is a usual mean at a place where turbines are built.</param>
/// <param name="TemperatureC">Temperature outside, °C.</param>
public sealed record SignalConstants(double CarbonKgPerKwh = 0.4, double IrradianceWPerM2 = 170, double WindMPerS = 6, double TemperatureC = 15);
