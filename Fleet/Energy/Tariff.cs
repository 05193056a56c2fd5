namespace ControlPlane.Fleet.Energy;

/// <summary>What the grid costs at a site during a slot.</summary>
/// <param name="BuyUsdPerKwh">Price of a bought kWh, USD; may be below 0.</param>
/// <param name="SellUsdPerKwh">Price of a sold kWh, USD; may be below 0, and is not above the price of a bought one.</param>
/// <param name="CarbonKgPerKwh">Emissions of a bought kWh, kg CO₂, ≥ 0.</param>
public readonly record struct Tariff(double BuyUsdPerKwh, double SellUsdPerKwh, double CarbonKgPerKwh);
