using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>Everything that is known after a play.</summary>
/// <param name="Connection">The way to the region.</param>
/// <param name="Fleet">The region's fleet.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="FirstId">Number of the first job.</param>
/// <param name="Tally">What was seen of the jobs.</param>
/// <param name="Reading">The ledgers at the end.</param>
/// <param name="Took">How long submitting took.</param>
/// <param name="Live">Acknowledged jobs that were not seen to end.</param>
/// <param name="IsCancelled">Whether it was cancelled.</param>
internal sealed record PlayedStudy(
    RegionConnection Connection,
    RegionFleet Fleet,
    PlayRequest Request,
    long FirstId,
    PlayTally Tally,
    PlayReading Reading,
    TimeSpan Took,
    int Live,
    bool IsCancelled)
{
    /// <summary>Name of the region.</summary>
    public string Region => Connection.Target.Region;

    /// <summary>Jobs per second that were accepted and given to a site, while jobs were submitted.</summary>
    public double PlacementsPerS => Math.Max(0, Tally.Acknowledged - Reading.Ingresses.Sum(i => i.Held)) / Took.TotalSeconds;
}
