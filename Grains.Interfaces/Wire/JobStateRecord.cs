namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What an ingress knows of a job.</summary>
/// <param name="Id">Its number.</param>
/// <param name="State">Where it is.</param>
/// <param name="Site">Its site, or the site that completed it; -1 if none.</param>
/// <param name="Token">Token of its present assignment; 0 if none.</param>
/// <param name="EndedS">When it ended; not a number while it has not.</param>
[GenerateSerializer, Immutable, Alias("controlplane.job-view")]
public readonly record struct JobStateRecord(
    [property: Id(0)] long Id,
    [property: Id(1)] JobStateCode State,
    [property: Id(2)] int Site,
    [property: Id(3)] long Token,
    [property: Id(4)] double EndedS);
