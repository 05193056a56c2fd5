namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Whether a GPU was repaired.</summary>
/// <param name="Repaired">False when none had failed.</param>
/// <param name="Status">The site after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.repair-reply")]
public sealed record RepairReply(
    [property: Id(0)] bool Repaired,
    [property: Id(1)] SiteStatusRecord Status);
