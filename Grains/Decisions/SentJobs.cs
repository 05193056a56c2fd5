namespace ControlPlane.Grains.Decisions;

/// <summary>
/// Jobs sent to one site that no report of it covers yet, with the times of their decisions. A site that falls silent while jobs are sent to it must not fill
/// the memory: when the list is full, neighbours are joined under the later time, so that a job may count for too long but never for too short.
/// </summary>
internal sealed class SentJobs
{
    private const int Most = 1024;
    private readonly List<(double LatestS, int Count)> _groups = [];

    /// <summary>A job is sent.</summary>
    /// <param name="nowS">Time of the decision. Clocks of several ingresses may differ: one in the past counts as the latest known.</param>
    public void Add(double nowS)
    {
        if (_groups is [.., var last] && nowS <= last.LatestS)
        {
            _groups[^1] = last with { Count = last.Count + 1 };
            return;
        }

        if (_groups.Count == Most)
            JoinNeighbours();
        _groups.Add((nowS, 1));
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
        return jobs;
    }

    private void JoinNeighbours()
    {
        for (var i = 0; i < Most / 2; i++)
            _groups[i] = (_groups[2 * i + 1].LatestS, _groups[2 * i].Count + _groups[2 * i + 1].Count);
        _groups.RemoveRange(Most / 2, Most / 2);
    }
}
