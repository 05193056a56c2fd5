namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A placement decision and the report it rests on.</summary>
/// <param name="Placement">The decision.</param>
/// <param name="Report">The chosen site as the policy knew it; null when the job is held.</param>
[GenerateSerializer, Immutable, Alias("controlplane.placement-reply")]
public sealed record PlacementReply(
    [property: Id(0)] PlacementRecord Placement,
    [property: Id(1)] SiteStatusRecord? Report);
