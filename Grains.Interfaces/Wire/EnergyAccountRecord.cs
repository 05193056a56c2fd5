namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The account of energy and money of a site over a slot, or over many.</summary>
/// <param name="ImportKwh">Bought, kWh.</param>
/// <param name="RenewableKwh">Offered by sun and wind, kWh.</param>
/// <param name="DischargeKwh">Given by the battery, kWh.</param>
/// <param name="GeneratorKwh">Given by the generator, kWh.</param>
/// <param name="UnservedKwh">Needed and not there, kWh.</param>
/// <param name="LoadKwh">Used by the computers, kWh.</param>
/// <param name="CoolingKwh">Used by the cooling, kWh.</param>
/// <param name="FixedLossKwh">Lost on the way, kWh.</param>
/// <param name="ChargeKwh">Taken by the battery, kWh.</param>
/// <param name="ExportKwh">Sold, kWh.</param>
/// <param name="CurtailedKwh">Offered by sun and wind and not used, kWh.</param>
/// <param name="ImportUsd">Paid for what was bought, USD.</param>
/// <param name="ExportUsd">Earned with what was sold, USD.</param>
/// <param name="WearUsd">Wear of the battery, USD.</param>
/// <param name="FuelUsd">Fuel of the generator, USD.</param>
/// <param name="CarbonKg">Emissions, kg CO₂.</param>
[GenerateSerializer, Immutable, Alias("controlplane.energy-account")]
public sealed record EnergyAccountRecord(
    [property: Id(0)] double ImportKwh,
    [property: Id(1)] double RenewableKwh,
    [property: Id(2)] double DischargeKwh,
    [property: Id(3)] double GeneratorKwh,
    [property: Id(4)] double UnservedKwh,
    [property: Id(5)] double LoadKwh,
    [property: Id(6)] double CoolingKwh,
    [property: Id(7)] double FixedLossKwh,
    [property: Id(8)] double ChargeKwh,
    [property: Id(9)] double ExportKwh,
    [property: Id(10)] double CurtailedKwh,
    [property: Id(11)] double ImportUsd,
    [property: Id(12)] double ExportUsd,
    [property: Id(13)] double WearUsd,
    [property: Id(14)] double FuelUsd,
    [property: Id(15)] double CarbonKg);
