namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a provider says it would do: nothing of its model.</summary>
/// <param name="IsFeasible">Whether the deadline can be kept at all.</param>
/// <param name="PriceUsd">Energy at the present price, USD.</param>
/// <param name="CompletionS">When the last would be back, s after arrival.</param>
/// <param name="Quality">Quality of an image.</param>
/// <param name="LoadShare">Share of a slot that it would take.</param>
[GenerateSerializer, Immutable, Alias("controlplane.quote")]
public sealed record QuoteRecord(
    [property: Id(0)] bool IsFeasible,
    [property: Id(1)] double PriceUsd,
    [property: Id(2)] double CompletionS,
    [property: Id(3)] double Quality,
    [property: Id(4)] double LoadShare);
