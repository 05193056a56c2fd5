using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A policy of the catalogue with its settings.</summary>
/// <param name="Name">Name of the policy in the catalogue.</param>
/// <param name="Settings">Settings that differ from the defaults, by parameter name.</param>
[GenerateSerializer, Immutable, Alias("controlplane.policy")]
public sealed record PolicyRecord(
    [property: Id(0)] string Name,
    [property: Id(1)] ImmutableDictionary<string, string> Settings);
