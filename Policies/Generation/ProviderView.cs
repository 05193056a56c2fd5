using ControlPlane.Fleet.Generation;

namespace ControlPlane.Policies.Generation;

/// <summary>What may be known of a provider when a decision is taken (aigc-energy.md, section 4): its load and its site, not its model.</summary>
/// <param name="Status">What it says of itself.</param>
/// <param name="BuyUsdPerKwh">Price of a bought kWh in this slot, USD.</param>
/// <param name="PriceRank">Share of the prices of the last 24 hours that are below it, [0, 1].</param>
/// <param name="Soc">State of charge of its battery, [0, 1]; 0 without one.</param>
/// <param name="RenewableShare">Power of sun and wind in this slot over its peak need, ≥ 0.</param>
/// <param name="OutdoorC">Temperature outside, °C.</param>
public readonly record struct ProviderView(
    ProviderStatus Status, double BuyUsdPerKwh, double PriceRank, double Soc, double RenewableShare, double OutdoorC);
