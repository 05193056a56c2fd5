using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <summary>The last jobs that ended, the oldest forgotten first.</summary>
internal sealed class EndedJobs(int most)
{
    private readonly Dictionary<JobId, EndedJob> _jobs = [];
    private readonly Queue<JobId> _order = new();

    public int Count => _order.Count;

    /// <summary>Those remembered, the oldest first.</summary>
    public IEnumerable<EndedJob> All => _order.Select(id => _jobs[id]);

    public void Add(in EndedJob job)
    {
        _jobs.Add(job.Job, job);
        _order.Enqueue(job.Job);
        if (_order.Count > most)
            _jobs.Remove(_order.Dequeue());
    }

    public bool TryFind(JobId id, out EndedJob job) => _jobs.TryGetValue(id, out job);

    public void Clear()
    {
        _jobs.Clear();
        _order.Clear();
    }
}
