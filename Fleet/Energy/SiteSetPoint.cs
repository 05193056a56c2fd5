namespace ControlPlane.Fleet.Energy;

/// <summary>What a dispatcher asks of a site for a slot. Buying, selling and curtailing follow from it.</summary>
/// <param name="BatteryKw">Power of the battery at its terminals, kW: above 0 charges, below 0 discharges.</param>
/// <param name="GeneratorKw">Power of the generator, kW, ≥ 0.</param>
public readonly record struct SiteSetPoint(double BatteryKw, double GeneratorKw = 0);
