using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>Holds what homes say of jobs, what sites say of their work and what submitters were told against each other.</summary>
/// <param name="region">The region.</param>
/// <param name="submitter">Who submitted all of its jobs.</param>
internal sealed class RegionAudit(LiveRegion region, Submitter submitter)
{
    /// <summary>
    /// Waits until nothing is on its way, then: every acknowledged job has ended once in its home's ledger, and every site finished just the jobs that homes have
    /// from it, or at least these where jobs may have run again.
    /// </summary>
    /// <param name="runs">How often jobs may have run.</param>
    /// <returns>Runs that were started, at all sites.</returns>
    public async Task<long> AllEndedOnce(RunsPerJob runs)
    {
        var accounts = await Task.WhenAll(region.Ingresses.Select(i => Insistence.Until(i.Account, a => a is { Held: 0, Sending: 0, Placed: 0 })));
        var sites = await Task.WhenAll(region.Sites.Select(s => Insistence.Until(s.Account, a => a is { Unacknowledged: 0, Tenants.IsEmpty: true })));
        var states = await States();
        Assert.All(states, s => Assert.True(IsEnd(s.Job), $"ingress {s.Ingress}: {s.Job}"));
        for (var ingress = 0; ingress < accounts.Length; ingress++)
            AssertLedger(accounts[ingress], [.. states.Where(s => s.Ingress == ingress).Select(s => s.Job.State)]);
        for (var site = 0; site < sites.Length; site++)
        {
            var completed = states.Count(s => s.Job.State == JobStateCode.Completed && s.Job.Site == site);
            Assert.InRange(sites[site].Finished, completed, runs == RunsPerJob.Repeated ? long.MaxValue : completed);
            Assert.InRange(sites[site].Started, completed, runs == RunsPerJob.One ? completed : long.MaxValue);
        }

        return sites.Sum(s => s.Started);
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
