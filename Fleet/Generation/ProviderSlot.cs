namespace ControlPlane.Fleet.Generation;

/// <summary>What a provider did in a slot.</summary>
/// <param name="Slot">Index of the slot.</param>
/// <param name="Clock">The clock of its GPUs.</param>
/// <param name="LoadKw">Mean power of its computers, kW.</param>
/// <param name="LoadShare">GPU time of the work that came over that of the slot, both at clock 1.</param>
/// <param name="Queue">What its queue did.</param>
/// <param name="Jobs">What became of the jobs that came.</param>
/// <param name="RevenueUsd">Earned, USD.</param>
/// <param name="PenaltyUsd">Paid for jobs that are not on time, USD.</param>
public readonly record struct ProviderSlot(
    int Slot,
    double Clock,
    double LoadKw,
    double LoadShare,
    QueueSlot Queue,
    WorkOutcome Jobs,
    double RevenueUsd,
    double PenaltyUsd);
