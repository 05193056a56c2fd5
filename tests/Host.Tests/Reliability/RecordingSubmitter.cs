using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Submits and withdraws jobs and remembers what was acknowledged.</summary>
/// <param name="name">What ids of its jobs begin with.</param>
internal sealed class RecordingSubmitter(string name)
{
    private const int MostAtOnce = 4;
    private readonly HashSet<string> _cancelled = new(StringComparer.Ordinal);
    private IReadOnlyList<JobSubmission> _open = [];
    private int _next;

    /// <summary>Whether it waits for no answer.</summary>
    public bool IsSettled => _open.Count == 0;

    /// <summary>Ids of the acknowledged jobs, the oldest first.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <summary>Repeats what has no answer yet, or submits more, or withdraws a job.</summary>
    public async Task Step(NodeApi node, Random random)
    {
        if (_open.Count == 0 && Acknowledged.Count > 0 && random.Next(10) == 0)
        {
            var id = Acknowledged[random.Next(Math.Max(0, Acknowledged.Count - 20), Acknowledged.Count)];
            if (await node.Cancel(id) is { State: JobState.Cancelled })
                _cancelled.Add(id);
            return;
        }

        if (_open.Count == 0)
            _open = [.. Enumerable.Range(0, random.Next(1, MostAtOnce + 1)).Select(_ => Job($"{name}-{_next++}"))];
        var results = await node.Submit(_open);
        Assert.All(results, r => Assert.True(r.Outcome is SubmitVerdict.Accepted or SubmitVerdict.Known, r.Reason));
        Acknowledged.AddRange(_open.Select(j => j.Id));
        _open = [];
    }

    /// <summary>Finds out what became of the submission that had no answer when the node was killed.</summary>
    public async Task Settle(NodeApi node)
    {
        if (_open.Count > 0)
            await Step(node, new Random(0));
    }

    /// <summary>Whether everything that was acknowledged is there.</summary>
    /// <param name="jobs">All jobs of the node.</param>
    public void Check(IReadOnlyDictionary<string, JobView> jobs)
    {
        Assert.All(Acknowledged, id => Assert.True(jobs.ContainsKey(id), $"{id} was acknowledged and is lost"));
        Assert.All(_cancelled, id => Assert.Equal(JobState.Cancelled, jobs[id].State));
    }

    public static JobSubmission Job(string id) => new() { Id = id, SizeUnits = 1 };
}
