namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A battery as its data sheet gives it.</summary>
/// <param name="CapacityKwh">Energy of its cells when full, kWh.</param>
/// <param name="MaxChargeKw">The most power that it takes, kW.</param>
/// <param name="MaxDischargeKw">The most power that it gives, kW.</param>
/// <param name="ChargeEfficiency">Of each kWh taken, so much arrives in the cells.</param>
/// <param name="DischargeEfficiency">Of each kWh drawn from the cells, so much is given.</param>
/// <param name="MinSoc">State of charge below which it is not discharged.</param>
/// <param name="MaxSoc">State of charge above which it is not charged.</param>
/// <param name="SelfDischargePerH">Rate at which an idle battery loses what it has, 1/h.</param>
/// <param name="WearUsdPerKwh">Wear of a kWh that goes into the cells or comes out of them, USD.</param>
[GenerateSerializer, Immutable, Alias("controlplane.battery-spec")]
public sealed record BatterySpecRecord(
    [property: Id(0)] double CapacityKwh,
    [property: Id(1)] double MaxChargeKw,
    [property: Id(2)] double MaxDischargeKw,
    [property: Id(3)] double ChargeEfficiency,
    [property: Id(4)] double DischargeEfficiency,
    [property: Id(5)] double MinSoc,
    [property: Id(6)] double MaxSoc,
    [property: Id(7)] double SelfDischargePerH,
    [property: Id(8)] double WearUsdPerKwh);
