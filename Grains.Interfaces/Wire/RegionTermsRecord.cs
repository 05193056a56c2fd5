namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A region's clock and leases.</summary>
/// <param name="StartedUtc">The moment at which its clock shows 0.</param>
/// <param name="Speed">Seconds of its clock in a second of the wall clock.</param>
/// <param name="LeaseS">Length of a lease, seconds of the wall clock.</param>
/// <param name="LeaseMarginS">What an ingress waits beyond the end of a lease, seconds of the wall clock.</param>
/// <param name="AgentLeaseS">How long the agents of its sites may be silent, seconds; null where sites have none.</param>
[GenerateSerializer, Immutable, Alias("controlplane.region-terms")]
public sealed record RegionTermsRecord(
    [property: Id(0)] DateTimeOffset StartedUtc,
    [property: Id(1)] double Speed,
    [property: Id(2)] double LeaseS,
    [property: Id(3)] double LeaseMarginS,
    [property: Id(4)] double? AgentLeaseS = null);
