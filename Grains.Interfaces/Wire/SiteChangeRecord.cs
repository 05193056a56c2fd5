namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What to change about a site; what is null stays.</summary>
/// <param name="Draining">Whether it takes no new jobs.</param>
/// <param name="GpuLimit">GPUs it may use.</param>
/// <param name="ExpectedVersion">The version that the caller saw; null for any.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-change")]
public sealed record SiteChangeRecord(
    [property: Id(0)] bool? Draining,
    [property: Id(1)] int? GpuLimit,
    [property: Id(2)] long? ExpectedVersion);
