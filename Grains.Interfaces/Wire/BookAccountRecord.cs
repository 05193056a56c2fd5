using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>The ledger of an ingress with what its cards say.</summary>
/// <param name="Home">Its ledger; jobs that were given up count as cancelled in it.</param>
/// <param name="Failed">Jobs given up, ever.</param>
/// <param name="Tenants">Jobs that have not ended by tenant.</param>
/// <param name="Capacity">The most jobs that it has at a time.</param>
[GenerateSerializer, Immutable, Alias("controlplane.book-account")]
public sealed record BookAccountRecord(
    [property: Id(0)] IngressAccountRecord Home,
    [property: Id(1)] long Failed,
    [property: Id(2)] ImmutableArray<TenantCountRecord> Tenants,
    [property: Id(3)] int Capacity);
