namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Jobs of a tenant that have not ended.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Live">Its jobs.</param>
[GenerateSerializer, Immutable, Alias("controlplane.tenant-count")]
public readonly record struct TenantCountRecord(
    [property: Id(0)] string Tenant,
    [property: Id(1)] long Live);
