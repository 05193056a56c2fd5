namespace ControlPlane.Simulation.Generation.Results;

/// <summary>What a provider and its site did in a slot.</summary>
/// <param name="LoadShare">GPU time of the work that came over that of the slot, both at clock 1.</param>
/// <param name="BacklogS">Time that its GPUs need for what is left at the end, s.</param>
/// <param name="Clock">Clock of its GPUs.</param>
/// <param name="LoadKw">Mean power of its computers, kW.</param>
/// <param name="StoredKwh">Energy in its battery at the end, kWh.</param>
/// <param name="Soc">State of charge at the end, [0, 1]; NaN without a battery.</param>
/// <param name="ImportKwh">Bought, kWh.</param>
/// <param name="ExportKwh">Sold, kWh.</param>
/// <param name="RenewableKwh">Given by sun and wind, without what was curtailed, kWh.</param>
/// <param name="BuyUsdPerKwh">Price of a bought kWh, USD.</param>
public readonly record struct ProviderPoint(
    double LoadShare,
    double BacklogS,
    double Clock,
    double LoadKw,
    double StoredKwh,
    double Soc,
    double ImportKwh,
    double ExportKwh,
    double RenewableKwh,
    double BuyUsdPerKwh);
