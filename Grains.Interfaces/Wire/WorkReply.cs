namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job that was taken out of a queue or off its GPUs.</summary>
/// <param name="Item">The job; null if there is none.</param>
/// <param name="Status">The site after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.work-reply")]
public sealed record WorkReply(
    [property: Id(0)] WorkRecord? Item,
    [property: Id(1)] SiteStatusRecord Status);
