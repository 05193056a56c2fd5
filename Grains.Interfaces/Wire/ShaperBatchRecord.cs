using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Transitions whose rewards are to be shaped.</summary>
/// <param name="States">Rows x features, row by row.</param>
/// <param name="Actions">A row each.</param>
/// <param name="Rewards">A row each.</param>
/// <param name="Discounts">A row each, of what follows; 0 where nothing does.</param>
/// <param name="NextStates">Rows x features, row by row.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-batch")]
public sealed record ShaperBatchRecord(
    [property: Id(0)] ImmutableArray<float> States,
    [property: Id(1)] ImmutableArray<int> Actions,
    [property: Id(2)] ImmutableArray<float> Rewards,
    [property: Id(3)] ImmutableArray<float> Discounts,
    [property: Id(4)] ImmutableArray<float> NextStates);
