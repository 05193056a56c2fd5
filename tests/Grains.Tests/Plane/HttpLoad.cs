using ControlPlane.Fleet.Control;
using ControlPlane.Grains.Tests.Live;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>Submits jobs until told to stop, each batch again until it is answered.</summary>
/// <param name="name">First part of its jobs' ids.</param>
/// <param name="silos">Where.</param>
internal sealed class HttpLoad(string name, EitherSilo silos)
{
    private const int Batch = 10;
    private readonly List<string> _acknowledged = [];

    /// <summary>Ids of the jobs that were accepted.</summary>
    public IReadOnlyList<string> Acknowledged
    {
        get
        {
            lock (_acknowledged)
                return [.. _acknowledged];
        }
    }

    /// <summary>Submits.</summary>
    public async Task Run(CancellationToken end)
    {
        for (var next = 0; !end.IsCancellationRequested; next += Batch)
        {
            JobSubmission[] jobs = [.. Enumerable.Range(next, Batch).Select(i => new JobSubmission { Id = $"{name}-{i}", SizeUnits = 50 + i % 7, Tenant = name })];
            // Busy is an answer too; the job is asked for again like one without any.
            await Insistence.Until(() => silos.Submit(jobs), results => results.All(r => r.Outcome is SubmitVerdict.Accepted or SubmitVerdict.Known));
            lock (_acknowledged)
                _acknowledged.AddRange(jobs.Select(j => j.Id));
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
