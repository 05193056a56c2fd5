namespace ControlPlane.Fleet.Generation;

/// <summary>What generation earned and cost, USD.</summary>
/// <param name="RevenueUsd">Paid by users for results in time.</param>
/// <param name="PenaltyUsd">Paid for the others.</param>
/// <param name="TransferUsd">Paid for transfers between providers.</param>
/// <param name="EnergyUsd">Energy: bought, worn and burnt, less sold.</param>
public readonly record struct GenerationMoney(double RevenueUsd, double PenaltyUsd, double TransferUsd, double EnergyUsd)
{
    /// <summary>The system utility: revenue − penalties − transfers − energy.</summary>
    public double UtilityUsd => RevenueUsd - PenaltyUsd - TransferUsd - EnergyUsd;

    /// <summary>Two accounts as one.</summary>
    /// <param name="one">An account.</param>
    /// <param name="other">Another one.</param>
    public static GenerationMoney operator +(in GenerationMoney one, in GenerationMoney other) => Add(one, other);

    /// <summary>Two accounts as one.</summary>
    /// <param name="one">An account.</param>
    /// <param name="other">Another one.</param>
    public static GenerationMoney Add(in GenerationMoney one, in GenerationMoney other) => new(
        one.RevenueUsd + other.RevenueUsd, one.PenaltyUsd + other.PenaltyUsd, one.TransferUsd + other.TransferUsd, one.EnergyUsd + other.EnergyUsd);
}
