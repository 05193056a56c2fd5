using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>
/// The ledgers of all ingresses and sites, read while others may go on: ingresses, then sites, then ingresses again. Whatever the first reading has as completed
/// was finished at a site before the second; whatever sites had finished and homes had acknowledged is completed in the third, unless it was finished twice.
/// </summary>
/// <param name="Before">Ledgers of the ingresses before the sites were asked.</param>
/// <param name="Sites">Accounts of the sites.</param>
/// <param name="Ingresses">Ledgers of the ingresses afterwards.</param>
internal sealed record PlayReading(IReadOnlyList<IngressAccountRecord> Before, IReadOnlyList<DeskAccountRecord> Sites, IReadOnlyList<IngressAccountRecord> Ingresses)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Jobs that sites have finished, ever.</summary>
    public long Finished => Sites.Sum(s => s.Finished);

    /// <summary>Jobs that ingresses have as completed, ever.</summary>
    public long Completed => Ingresses.Sum(i => i.Completed);

    /// <summary>Jobs completed that no site has finished.</summary>
    public long NeverFinished => Math.Max(0, Before.Sum(i => i.Completed) - Finished);

    /// <summary>Jobs that were finished once more after they had been given to another site.</summary>
    public long FinishedTwice => Math.Max(0, Finished - Unacknowledged - Completed);

    private int Unacknowledged => Sites.Sum(s => s.Unacknowledged);

    private bool IsSettled => Unacknowledged == 0 && Finished == Completed && Before.SequenceEqual(Ingresses);

    /// <summary>Reads the ledgers.</summary>
    /// <param name="fleet">The region.</param>
    /// <param name="patience">How long to wait for reports of sites that their homes have not acknowledged yet.</param>
    public static async Task<PlayReading> Take(RegionFleet fleet, TimeSpan patience)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var before = await fleet.AskIngresses(i => i.Account()).ConfigureAwait(false);
            var sites = await fleet.AskSites(s => s.Account()).ConfigureAwait(false);
            var reading = new PlayReading(before, sites, await fleet.AskIngresses(i => i.Account()).ConfigureAwait(false));
            if (reading.IsSettled || TimeProvider.System.GetElapsedTime(start) > patience)
                return reading;
            await Task.Delay(Pause).ConfigureAwait(false);
        }
    }
}
