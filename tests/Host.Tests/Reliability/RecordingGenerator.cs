using ControlPlane.Fleet.Control.Generation;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Submits generation jobs and remembers what was acknowledged and what was told of them.</summary>
internal sealed class RecordingGenerator
{
    private static readonly string[] Deadlines = ["urgent", "quick", "normal", "relaxed"];
    private readonly Dictionary<string, GenerationJobView> _told = new(StringComparer.Ordinal);
    private GenerationSubmission? _open;
    private int _next;

    /// <summary>Repeats what has no answer yet, or submits more.</summary>
    public async Task Step(NodeApi node, Random random)
    {
        _open ??= new GenerationSubmission
        {
            Id = $"g-{_next++}",
            Origin = $"asp-{random.Next(2)}",
            Deadline = Deadlines[random.Next(Deadlines.Length)],
            Category = "Animals",
            Count = random.Next(1, 20),
        };
        Tell(await node.Generate(_open));
        _open = null;
    }

    /// <summary>Whether everything that was acknowledged is as it was told, once, and the accounts of the providers close.</summary>
    public async Task Check(NodeApi node)
    {
        if (_open is not null)
            await Step(node, new Random(0));
        foreach (var id in _told.Keys.ToArray())
            Tell(await node.Generation(id));
        var providers = await node.Providers();
        Assert.All(providers, p => Assert.Equal(p.Jobs.Offered, p.Jobs.Open + p.Jobs.OnTime + p.Jobs.Late + p.Jobs.Abandoned + p.Jobs.Declined, 6));
        Assert.Equal(_told.Values.Sum(j => j.Submission.Count), providers.Sum(p => p.Jobs.Offered));
    }

    /// <summary>Whether slots closed while it looked.</summary>
    public void CheckThatSomeAreKnown() => Assert.Contains(_told.Values, j => j.State == GenerationState.Closed);

    // What was told stays; only what becomes of jobs in an open slot is added to it.
    private void Tell(GenerationJobView job)
    {
        if (_told.TryGetValue(job.Submission.Id, out var before))
            Assert.Equal(before, before.Outcome is null ? job with { State = before.State, Outcome = null, Version = before.Version } : job);
        _told[job.Submission.Id] = job;
    }
}
