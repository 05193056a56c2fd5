using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A policy of the catalogue with its settings. It is stored too, hence an array: the storage's JSON cannot read immutable dictionaries.</summary>
/// <param name="Name">Name of the policy in the catalogue.</param>
/// <param name="Settings">Settings that differ from the defaults, each once, in any order.</param>
/// <param name="Model">Its model, for policies that take one; null else, and where the bytes are not wanted.</param>
[GenerateSerializer, Immutable, Alias("controlplane.policy")]
public sealed record PolicyRecord(
    [property: Id(0)] string Name,
    [property: Id(1)] ImmutableArray<SettingRecord> Settings,
    [property: Id(2)] ModelRecord? Model = null);
