using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>Holds what homes say of jobs, what sites say of their work and what submitters were told against each other.</summary>
/// <param name="region">The region.</param>
/// <param name="submitter">Who submitted all of its jobs.</param>
internal sealed class RegionAudit(LiveRegion region, Submitter submitter)
{
    /// <summary>Waits until nothing is on its way, then: every acknowledged job has ended once, and every site finished just the jobs that homes have from it.</summary>
    /// <param name="onceOnly">Also: no job was started twice. Not so where jobs were interrupted or withdrawn.</param>
    public async Task AllEndedOnce(bool onceOnly)
    {
        var accounts = await Task.WhenAll(region.Ingresses.Select(i => Insistence.Until(i.Account, a => a is { Held: 0, Sending: 0, Placed: 0 })));
        var sites = await Task.WhenAll(region.Sites.Select(s => Insistence.Until(s.Account, a => a is { Unacknowledged: 0, Tenants.IsEmpty: true })));
        var states = await States();
        Assert.All(states, s => Assert.True(IsEnd(s.Job), $"ingress {s.Ingress}: {s.Job}"));
        for (var ingress = 0; ingress < accounts.Length; ingress++)
            AssertLedger(accounts[ingress], [.. states.Where(s => s.Ingress == ingress).Select(s => s.Job.State)]);
        Assert.Equal(
            region.Fleet.Sites.Select((s, i) => (s.Name, (long)states.Count(j => j.Job.State == JobStateCode.Completed && j.Job.Site == i))),
            region.Fleet.Sites.Select((s, i) => (s.Name, sites[i].Finished)));
        if (onceOnly)
            Assert.Equal(sites.Select(s => s.Finished), sites.Select(s => s.Started));
    }

    /// <summary>What homes know of all acknowledged jobs.</summary>
    public async Task<IReadOnlyList<(int Ingress, JobStateRecord Job)>> States()
    {
        List<(int, JobStateRecord)> states = [];
        foreach (var jobs in submitter.Acknowledged.GroupBy(j => j.Value, j => j.Key))
        {
            foreach (var some in jobs.Chunk(500))
                states.AddRange((await Insistence.Until(() => region.Ingresses[jobs.Key].Find([.. some]))).Select(s => (jobs.Key, s)));
        }

        return states;
    }

    private static void AssertLedger(IngressAccountRecord account, IReadOnlyCollection<JobStateCode> states) => Assert.Equal(
        new IngressAccountRecord(states.Count, 0, 0, 0, states.Count(s => s == JobStateCode.Completed), states.Count(s => s == JobStateCode.Cancelled), 0),
        account);

    // Who was told that a job is cancelled does not find it completed later; who was only told that its site is asked may.
    private bool IsEnd(JobStateRecord job) => submitter.Withdrawn.TryGetValue(job.Id, out var code)
        ? job.State == JobStateCode.Cancelled || (job.State == JobStateCode.Completed && code != CancelCode.Cancelled)
        : job.State == JobStateCode.Completed;
}
