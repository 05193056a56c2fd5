namespace ControlPlane.Fleet.Energy;

/// <summary>What a kWh of a site's computers costs and emits at present, with the cooling and the losses that it brings.</summary>
/// <param name="UsdPerKwh">Money, USD; may be below 0.</param>
/// <param name="CarbonKgPerKwh">Emissions, kg CO₂, ≥ 0.</param>
public readonly record struct EnergyRate(double UsdPerKwh, double CarbonKgPerKwh)
{
    /// <summary>The rate of a site about which nothing is known: no numbers.</summary>
    public static EnergyRate Unknown { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether it is known.</summary>
    public bool IsKnown => !double.IsNaN(UsdPerKwh) && !double.IsNaN(CarbonKgPerKwh);
}
