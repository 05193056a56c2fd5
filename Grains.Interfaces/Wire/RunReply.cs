namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A run that began or ended.</summary>
/// <param name="Run">The run; null if there is none.</param>
/// <param name="Status">The site after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.run-reply")]
public sealed record RunReply(
    [property: Id(0)] RunRecord? Run,
    [property: Id(1)] SiteStatusRecord Status);
