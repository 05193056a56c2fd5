using System.Collections.Immutable;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Training;

/// <summary>What a worker has decided and not told the trainer yet. Bounded: a decision costs an entry in a list, and beyond the most that are told, a number.</summary>
/// <param name="worker">The worker.</param>
/// <param name="most">The most decisions of a batch.</param>
internal sealed class SeenDecisions(string worker, int most)
{
    // So often a batch tells of all sites: a trainer that was lost is blind for so many at most.
    private const int WholeEvery = 32;
    private readonly Dictionary<int, SiteStatusRecord> _known = [];
    private readonly Dictionary<int, SiteStatusRecord> _changed = [];
    private ImmutableArray<SeenDecisionRecord>.Builder _decisions = ImmutableArray.CreateBuilder<SeenDecisionRecord>();
    private bool _isWhole;
    private long _number;
    private long _missed;

    /// <summary>A site's report arrives.</summary>
    /// <param name="status">The report.</param>
    public void Report(SiteStatusRecord status) => _known[status.Site] = _changed[status.Site] = status with { LastRuns = default };

    /// <summary>A decision was taken.</summary>
    /// <param name="job">The job.</param>
    /// <param name="preferred">Sites that were tried first; null for none.</param>
    /// <param name="nowS">When.</param>
    /// <param name="done">The decision.</param>
    public void Add(in Job job, SiteSet? preferred, double nowS, in Placement done)
    {
        if (_decisions.Count >= most)
        {
            _missed++;
            return;
        }

        if (_decisions.Count == 0)
            _isWhole = _number % WholeEvery == 0;
        var asked = preferred is not null && !done.IsHold && preferred.Contains(done.Site) ? job with { Constraint = preferred } : job;
        var changes = _decisions.Count == 0 && _isWhole ? _known : _changed;
        _decisions.Add(new SeenDecisionRecord(asked.ToWire(), nowS, done.ToWire(), [.. changes.Values]));
        _changed.Clear();
    }

    /// <summary>Takes what there is to tell; null for nothing.</summary>
    public SeenDecisionsRecord? Take()
    {
        if (_decisions.Count == 0)
            return null;
        var told = new SeenDecisionsRecord(worker, ++_number, _isWhole, _missed, _decisions.ToImmutable());
        (_decisions, _missed) = (ImmutableArray.CreateBuilder<SeenDecisionRecord>(), 0);
        return told;
    }
}
