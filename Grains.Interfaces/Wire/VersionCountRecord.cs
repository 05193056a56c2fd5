namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Decisions of a version of the policy.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Decisions">Placements that it decided.</param>
/// <param name="Replaced">Those of them that the shield replaced.</param>
/// <param name="FailedInARow">How many of the last ones the shield replaced, at the worker with the most.</param>
/// <param name="LastFailure">Why it replaced the last one; empty if it never did.</param>
[GenerateSerializer, Immutable, Alias("controlplane.version-count")]
public sealed record VersionCountRecord(
    [property: Id(0)] int Version,
    [property: Id(1)] long Decisions,
    [property: Id(2)] long Replaced,
    [property: Id(3)] int FailedInARow,
    [property: Id(4)] string LastFailure);
