namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a worker's shadow said since the worker told last.</summary>
/// <param name="Began">The publication with which the shadow began.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Number">Number of the report, from 1 for each shadow of a worker; a repeated report has the same.</param>
/// <param name="Tally">What it said.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shadow-report")]
public sealed record ShadowReportRecord(
    [property: Id(0)] long Began,
    [property: Id(1)] string Worker,
    [property: Id(2)] long Number,
    [property: Id(3)] ShadowTallyRecord Tally);
