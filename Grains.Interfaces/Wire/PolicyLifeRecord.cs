using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Which versions of a region's policy decide, and which only watch.</summary>
/// <param name="Publication">Number of the last change.</param>
/// <param name="Active">The version that decides; 0 before the first.</param>
/// <param name="Before">Versions that decided before it, the latest last.</param>
/// <param name="Canary">The version that decides about a share of the jobs; null for none.</param>
/// <param name="Share">The share, (0, 1]; 0 without a canary.</param>
/// <param name="Ended">Why the last canary or shadow was taken out by itself; empty if none was.</param>
/// <param name="Shadow">The version that watches; null for none.</param>
[GenerateSerializer, Immutable, Alias("controlplane.policy-life")]
public sealed record PolicyLifeRecord(
    [property: Id(0)] long Publication,
    [property: Id(1)] int Active,
    [property: Id(2)] ImmutableArray<int> Before,
    [property: Id(3)] int? Canary,
    [property: Id(4)] double Share,
    [property: Id(5)] string Ended,
    [property: Id(6)] int? Shadow = null);
