using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Fleet.Control.Regions;

/// <content>What a book shows.</content>
public sealed partial class JobBook
{
    /// <summary>Shows a job.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Null when it is unknown or forgotten.</returns>
    public RegionJob? Find(string id) => _cards.TryFind(id, out var card) ? Show(card) : null;

    /// <summary>Lists jobs, the newest first.</summary>
    /// <param name="filter">Which.</param>
    public IReadOnlyList<RegionJob> List(JobBookFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        // Numbers ascend with the time of submission: what is too new is passed without being shown.
        return [.. _cards.Before(long.MaxValue).SkipWhile(c => c.SubmittedS > filter.Before.SubmittedS).Select(Show).Where(filter.Allows).Take(filter.Most)];
    }

    /// <summary>Events after a number, the oldest first.</summary>
    /// <param name="after">The number.</param>
    /// <param name="most">The most of them.</param>
    public IReadOnlyList<RegionEvent> Events(long after, int most) => _events.After(after, most);

    /// <summary>What happened to a job, as far as its home knows and keeps it, the oldest first.</summary>
    /// <param name="id">Its id.</param>
    public IReadOnlyList<RegionEvent> History(string id) => _events.Of(id, MostHistory);

    private RegionJob Show(JobCard card)
    {
        var (state, site) = (JobState.Held, -1);
        if (card.End is { } end)
            (state, site) = (end.State, end.Site);
        else if (Home.TryFind(card.Number, out var phase, out var at, out _) && phase == HomePhase.Placed)
            (state, site) = (JobState.Queued, at);
        return new RegionJob(
            card.Submission,
            card.Number.Value,
            state,
            card.IsCancelled,
            site,
            card.End?.Gpus ?? 0,
            card.End?.ClockLevel ?? 0,
            card.End?.Attempts ?? 0,
            card.SubmittedS,
            card.StartedS,
            card.End?.AtS ?? double.NaN,
            card.EnergyJ,
            card.Version);
    }
}
