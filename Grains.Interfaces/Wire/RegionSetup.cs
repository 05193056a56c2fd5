namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a region is configured with, once.</summary>
/// <param name="Fleet">Its fleet.</param>
/// <param name="Policy">Its first policy; it becomes version 1 and publication 1.</param>
/// <param name="Seed">Seed of the random streams of its policies.</param>
/// <param name="MeanSizeUnits">Mean job size known beforehand, units, &gt; 0.</param>
/// <param name="LoadUnitsPerS">Offered load known beforehand, units/s, ≥ 0.</param>
/// <param name="LeaseS">How long sites have jobs before they must renew, seconds of the wall clock, &gt; 0.</param>
/// <param name="LeaseMarginS">What an ingress waits beyond the end of a lease, seconds of the wall clock, &gt; 0: more than the silos' clocks differ.</param>
/// <param name="Speed">Seconds of the region's clock in a second of the wall clock, &gt; 0: 1 but in demonstrations.</param>
/// <param name="AgentLeaseS">Its sites have agents, which may be silent for so long, seconds, &gt; 0; null where runs end by themselves when their time has come.</param>
[GenerateSerializer, Immutable, Alias("controlplane.region-setup")]
public sealed record RegionSetup(
    [property: Id(0)] FleetRecord Fleet,
    [property: Id(1)] PolicyRecord Policy,
    [property: Id(2)] long Seed,
    [property: Id(3)] double MeanSizeUnits,
    [property: Id(4)] double LoadUnitsPerS,
    [property: Id(5)] double LeaseS = 120,
    [property: Id(6)] double LeaseMarginS = 10,
    [property: Id(7)] double Speed = 1,
    [property: Id(8)] double? AgentLeaseS = null);
