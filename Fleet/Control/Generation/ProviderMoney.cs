using ControlPlane.Fleet.Generation;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>The money of a provider, USD: utility = revenue − penalty − transfer − energy.</summary>
/// <param name="RevenueUsd">Paid by users for results in time.</param>
/// <param name="PenaltyUsd">Paid for the others.</param>
/// <param name="TransferUsd">Paid for transfers to it.</param>
/// <param name="EnergyUsd">Energy of slots with known prices: bought, worn and burnt, less sold.</param>
/// <param name="UtilityUsd">What is left.</param>
public readonly record struct ProviderMoney(double RevenueUsd, double PenaltyUsd, double TransferUsd, double EnergyUsd, double UtilityUsd)
{
    internal static ProviderMoney Of(in GenerationMoney money) => new(money.RevenueUsd, money.PenaltyUsd, money.TransferUsd, money.EnergyUsd, money.UtilityUsd);
}
