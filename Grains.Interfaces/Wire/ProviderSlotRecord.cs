using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a provider did in a slot.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="LoadKw">Mean power of its computers, kW.</param>
/// <param name="LoadShare">Work taken, share of the slot.</param>
/// <param name="BusyGpuS">GPU time used, GPU-s.</param>
/// <param name="BusyJ">Energy of that, J.</param>
/// <param name="TakenGpuS">GPU time of the work taken, GPU-s.</param>
/// <param name="TakenJ">Energy of that, J.</param>
/// <param name="AbandonedGpuS">GPU time of work given up, GPU-s.</param>
/// <param name="BacklogGpuS">GPU time of work left over, GPU-s.</param>
/// <param name="OnTime">Jobs on time.</param>
/// <param name="Late">Jobs late.</param>
/// <param name="Abandoned">Jobs given up.</param>
/// <param name="RevenueUsd">Revenue, USD.</param>
/// <param name="PenaltyUsd">Penalty, USD.</param>
/// <param name="Outcomes">What became of each cohort, in the order in which they were taken.</param>
[GenerateSerializer, Immutable, Alias("controlplane.provider-slot")]
public sealed record ProviderSlotRecord(
    [property: Id(0)] int Slot,
    [property: Id(1)] double Clock,
    [property: Id(2)] double LoadKw,
    [property: Id(3)] double LoadShare,
    [property: Id(4)] double BusyGpuS,
    [property: Id(5)] double BusyJ,
    [property: Id(6)] double TakenGpuS,
    [property: Id(7)] double TakenJ,
    [property: Id(8)] double AbandonedGpuS,
    [property: Id(9)] double BacklogGpuS,
    [property: Id(10)] double OnTime,
    [property: Id(11)] double Late,
    [property: Id(12)] double Abandoned,
    [property: Id(13)] double RevenueUsd,
    [property: Id(14)] double PenaltyUsd,
    [property: Id(15)] ImmutableArray<CohortOutcomeRecord> Outcomes);
