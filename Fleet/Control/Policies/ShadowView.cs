namespace ControlPlane.Fleet.Control.Policies;

/// <summary>A version that decides beside the one that takes effect, and how the two compare. Means are null where there is nothing to compare.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Since">When it began.</param>
/// <param name="Compared">Decisions that it took too.</param>
/// <param name="OtherSite">Those of them at another site, or held by one of the two only.</param>
/// <param name="OtherGpus">Those of them at the same site with other GPUs or another clock.</param>
/// <param name="Failed">Decisions that it failed to take: it threw, was infeasible, not a number or late.</param>
/// <param name="FailedInARow">How many of the last ones; three take the version out.</param>
/// <param name="Dropped">Decisions that it was not asked about, because it was behind.</param>
/// <param name="ScoreRegret">Mean score of its choice less that of the one that took effect, in the scores of the version that decided (least wins).</param>
/// <param name="EnergyJ">Mean predicted energy of its choice less that of the one that took effect, joules a job.</param>
/// <param name="CompletionS">Mean predicted time to completion of its choice less that of the one that took effect, seconds a job.</param>
/// <param name="LastFailure">Why it failed last; null if it never did.</param>
public sealed record ShadowView(
    int Version,
    DateTimeOffset Since,
    long Compared,
    long OtherSite,
    long OtherGpus,
    long Failed,
    int FailedInARow,
    long Dropped,
    double? ScoreRegret,
    double? EnergyJ,
    double? CompletionS,
    string? LastFailure)
{
    /// <summary>Shows a tally.</summary>
    /// <param name="version">The version.</param>
    /// <param name="since">When it began.</param>
    /// <param name="tally">The tally.</param>
    public static ShadowView Of(int version, DateTimeOffset since, ShadowTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new ShadowView(
            version,
            since,
            tally.Compared,
            tally.OtherSite,
            tally.OtherGpus,
            tally.Failed,
            tally.FailedInARow,
            tally.Dropped,
            Mean(tally.ScoreRegret, tally.Scored),
            Mean(tally.EnergyJ, tally.Forecast),
            Mean(tally.CompletionS, tally.Forecast),
            tally.LastFailure.Length > 0 ? tally.LastFailure : null);
    }

    private static double? Mean(double sum, long count) => count > 0 ? sum / count : null;
}
