using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Control.Node;

/// <content>Held jobs are placed as soon as a site may take them.</content>
public sealed partial class ControlNode
{
    private const int MostHeldAtOnce = 256;
    private readonly List<Job> _held = [];
    private Job?[] _lastLookedAt = [];
    private int _firstHome;

    /// <summary>
    /// Places held jobs: the most urgent ones first, then some of those after the last that was looked at, so that jobs that no site may take do not stand in the way of
    /// others. However many wait, a call looks at a bounded number of them.
    /// </summary>
    private bool PlaceHeld(in NodeRules rules)
    {
        var isMore = false;
        // Each time another home is the first: where places are rare, none waits for ever behind another one.
        _firstHome = (_firstHome + 1) % _homes.Length;
        for (var turn = 0; turn < _homes.Length && IsAnyAccepting(); turn++)
        {
            var home = (_firstHome + turn) % _homes.Length;
            if (_homes[home].Counts.Held == 0)
                continue;
            isMore |= PlaceSome(home, null, rules) == MostHeldAtOnce;
            if (_homes[home].Counts.Held < MostHeldAtOnce)
                continue;
            PlaceSome(home, _lastLookedAt[home], rules);
            _lastLookedAt[home] = _held.Count == MostHeldAtOnce ? _held[^1] : null;
        }

        return isMore;
    }

    /// <returns>How many it placed.</returns>
    private int PlaceSome(int index, in Job? after, in NodeRules rules)
    {
        var (home, placed) = (_homes[index], 0);
        _held.Clear();
        home.CollectHeld(after, _held, MostHeldAtOnce);
        foreach (var job in _held)
        {
            var card = _cards[job.Id];
            var placement = Decide(job, card.Submission, rules);
            NoteDecision(card, job, placement, rules);
            if (!home.Place(job.Id, placement, NowS))
                continue;
            placed++;
            _toTell.Enqueue((home.Index, placement.Site));
            Deliver(rules);
        }

        return placed;
    }

    // While no site takes jobs, and agents may be away for hours, nobody is asked about each of them.
    private bool IsAnyAccepting()
    {
        foreach (ref readonly var site in View.Sites)
        {
            if (site.Accepting)
                return true;
        }

        return false;
    }
}
