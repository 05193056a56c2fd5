using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Jobs to be placed, one after the other.</summary>
/// <param name="Jobs">The jobs.</param>
/// <param name="NowS">Present time in seconds, on the clock by which sites report.</param>
/// <param name="Preferred">The sites that are tried first for each job, null for none; default where no job has any.</param>
/// <param name="Places">Where each job lies between 0 and 1 by the hash of its id, which says whether it is a canary's; default where jobs have numbers only.</param>
[GenerateSerializer, Immutable, Alias("controlplane.decision-request")]
public sealed record DecisionRequest(
    [property: Id(0)] ImmutableArray<JobRecord> Jobs,
    [property: Id(1)] double NowS,
    [property: Id(2)] ImmutableArray<SiteSetRecord?> Preferred = default,
    [property: Id(3)] ImmutableArray<double> Places = default);
