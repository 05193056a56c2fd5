namespace ControlPlane.Grains.Decisions;

/// <summary>
/// Jobs sent to one site that no report of it covers yet, with the times of their decisions. A site that falls silent while jobs are sent to it must not fill
/// the memory: when the list is full, decisions close to each other are joined under the later time, so that a job may count for a little too long but never
/// for too short.
/// </summary>
internal sealed class SentJobs
{
    private const int Most = 1024;
    private readonly List<(double FirstS, double LatestS, int Count)> _groups = [];
    private double _resolutionS;

    /// <summary>A job is sent.</summary>
    /// <param name="nowS">Time of the decision. Clocks of several ingresses may differ: one in the past counts as the latest known.</param>
    public void Add(double nowS)
    {
        if (_groups.Count == Most)
            Coarsen();
        if (_groups is [.., var last] && nowS - last.FirstS <= _resolutionS)
            _groups[^1] = last with { LatestS = Math.Max(nowS, last.LatestS), Count = last.Count + 1 };
        else
            _groups.Add((nowS, nowS, 1));
    }

    /// <summary>A report arrives: it covers the jobs of all decisions that are older than it.</summary>
    /// <param name="reportedS">When the report was true.</param>
    /// <returns>How many jobs it covers; they count no longer.</returns>
    public int TakeCovered(double reportedS)
    {
        var groups = 0;
        var jobs = 0;
        for (; groups < _groups.Count && _groups[groups].LatestS < reportedS; groups++)
            jobs += _groups[groups].Count;
        _groups.RemoveRange(0, groups);
        if (_groups.Count == 0)
            _resolutionS = 0;
        return jobs;
    }

    // Two neighbours that stay apart span more than the resolution: at most half of the list is left.
    private void Coarsen()
    {
        _resolutionS = 4 * (_groups[^1].LatestS - _groups[0].FirstS) / Most;
        var kept = 0;
        for (var i = 1; i < _groups.Count; i++)
        {
            var (group, next) = (_groups[kept], _groups[i]);
            if (next.LatestS - group.FirstS <= _resolutionS)
                _groups[kept] = (group.FirstS, next.LatestS, group.Count + next.Count);
            else
                _groups[++kept] = next;
        }

        _groups.RemoveRange(kept + 1, _groups.Count - kept - 1);
    }
}
