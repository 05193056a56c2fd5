using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <summary>What became of a shadow's decisions between Fleet and the wire, where its begin is told apart.</summary>
public static class ShadowMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="tally">The tally.</param>
    public static ShadowTallyRecord ToWire(this ShadowTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new ShadowTallyRecord(
            tally.Compared,
            tally.OtherSite,
            tally.OtherGpus,
            tally.Failed,
            tally.FailedInARow,
            tally.Dropped,
            tally.Scored,
            tally.ScoreRegret,
            tally.Forecast,
            tally.EnergyJ,
            tally.CompletionS,
            tally.LastFailure);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static ShadowTally ToFleet(this ShadowTallyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new ShadowTally
        {
            Compared = record.Compared,
            OtherSite = record.OtherSite,
            OtherGpus = record.OtherGpus,
            Failed = record.Failed,
            FailedInARow = record.FailedInARow,
            Dropped = record.Dropped,
            Scored = record.Scored,
            ScoreRegret = record.ScoreRegret,
            Forecast = record.Forecast,
            EnergyJ = record.EnergyJ,
            CompletionS = record.CompletionS,
            LastFailure = record.LastFailure,
        };
    }
}
