namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of a shadow's decisions. Sums, so that those of several workers add up; differences are its choices less those that took effect.</summary>
/// <param name="Compared">Decisions that it took too.</param>
/// <param name="OtherSite">Those of them at another site, or held by one of the two only.</param>
/// <param name="OtherGpus">Those of them at the same site with other GPUs or another clock.</param>
/// <param name="Failed">Decisions that it failed to take.</param>
/// <param name="FailedInARow">How many of the last ones, at the worker that told last.</param>
/// <param name="Dropped">Decisions that it was not asked about.</param>
/// <param name="Scored">Decisions whose options the deciding policy had scored.</param>
/// <param name="ScoreRegret">Sum of differences over these, by the deciding policy's scores.</param>
/// <param name="Forecast">Decisions forecast by the operating tables.</param>
/// <param name="EnergyJ">Sum of differences over these, joules.</param>
/// <param name="CompletionS">Sum of differences over these, seconds.</param>
/// <param name="LastFailure">Why it failed last; empty if it never did.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shadow-tally")]
public sealed record ShadowTallyRecord(
    [property: Id(0)] long Compared,
    [property: Id(1)] long OtherSite,
    [property: Id(2)] long OtherGpus,
    [property: Id(3)] long Failed,
    [property: Id(4)] int FailedInARow,
    [property: Id(5)] long Dropped,
    [property: Id(6)] long Scored,
    [property: Id(7)] double ScoreRegret,
    [property: Id(8)] long Forecast,
    [property: Id(9)] double EnergyJ,
    [property: Id(10)] double CompletionS,
    [property: Id(11)] string LastFailure);
