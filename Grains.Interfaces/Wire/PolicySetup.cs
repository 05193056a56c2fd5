using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a policy grain is opened with.</summary>
/// <param name="Fleet">The fleet.</param>
/// <param name="Name">Name of the policy in the catalogue.</param>
/// <param name="Settings">Settings that differ from the defaults.</param>
/// <param name="Seed">Seed of the policy's random stream.</param>
/// <param name="SharesStream">Whether the policy draws from one stream with the workload, in the published order.</param>
/// <param name="MeanSizeUnits">Mean job size known beforehand, units.</param>
/// <param name="LoadUnitsPerS">Offered load known beforehand, units/s.</param>
/// <param name="Fallback">Decides where the policy's own decision cannot take effect; null for the default.</param>
/// <param name="Model">Its model, for policies that take one.</param>
[GenerateSerializer, Immutable, Alias("controlplane.policy-setup")]
public sealed record PolicySetup(
    [property: Id(0)] FleetRecord Fleet,
    [property: Id(1)] string Name,
    [property: Id(2)] ImmutableDictionary<string, string> Settings,
    [property: Id(3)] long Seed,
    [property: Id(4)] bool SharesStream,
    [property: Id(5)] double MeanSizeUnits,
    [property: Id(6)] double LoadUnitsPerS,
    [property: Id(7)] PolicyRecord? Fallback = null,
    [property: Id(8)] ModelRecord? Model = null);
