namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a provider lets others know of itself.</summary>
/// <param name="LoadShare">Work taken in the open slot, share of the slot.</param>
/// <param name="BacklogShare">Work left over, share of a slot.</param>
/// <param name="IsDraining">Whether it takes none.</param>
[GenerateSerializer, Immutable, Alias("controlplane.provider-status")]
public sealed record ProviderStatusRecord(
    [property: Id(0)] double LoadShare,
    [property: Id(1)] double BacklogShare,
    [property: Id(2)] bool IsDraining);
