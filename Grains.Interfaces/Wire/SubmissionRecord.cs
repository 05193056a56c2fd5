using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job as its submitter asks for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SizeUnits">Work in units, &gt; 0.</param>
/// <param name="Ingress">Name of the ingress; null for the first.</param>
/// <param name="Tenant">Whose it is; null for the default one.</param>
/// <param name="Priority">Greater goes first.</param>
/// <param name="Deadline">When it should be done; null for whenever.</param>
/// <param name="AllowedSites">The only sites that may run it; null for all.</param>
/// <param name="ForbiddenSites">Sites that may not.</param>
/// <param name="PreferredSites">Sites that are tried first.</param>
[GenerateSerializer, Immutable, Alias("controlplane.submission")]
public sealed record SubmissionRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] double SizeUnits,
    [property: Id(2)] string? Ingress,
    [property: Id(3)] string? Tenant,
    [property: Id(4)] int Priority,
    [property: Id(5)] DateTimeOffset? Deadline,
    [property: Id(6)] ImmutableArray<string>? AllowedSites,
    [property: Id(7)] ImmutableArray<string> ForbiddenSites,
    [property: Id(8)] ImmutableArray<string> PreferredSites);
