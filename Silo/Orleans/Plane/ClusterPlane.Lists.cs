using System.Collections.Immutable;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Silo.Orleans.Plane;

/// <content>Lists of jobs.</content>
internal sealed partial class ClusterPlane
{
    // Homes are asked for so many jobs at once, and so often for a page: a page of jobs that are rare among many may be shorter, and have a next one.
    private const int LeastAsked = 1_000;
    private const int MostRounds = 10;
    private const int MostLooks = 5;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public Task<JobPage> ListJobs(JobFilter filter, CancellationToken cancellation = default)
    {
        if (filter.Most is < 1 or > 1000)
            throw new ControlException(ControlProblem.Invalid, $"limit must be 1 to 1000, not {filter.Most}", field: "limit");
        var before = JobKey.End;
        if (filter.After is { } text && !JobKey.TryParse(text, out before))
            throw new ControlException(ControlProblem.Invalid, $"after must be what the page before said, not '{text}'", field: "after");
        return calls.Call(region => List(region, filter, before, cancellation), cancellation);
    }

    private async Task<JobPage> List(Region region, JobFilter filter, JobKey before, CancellationToken cancellation)
    {
        var site = filter.Site is { } name ? region.SiteIndex(name) : -1;
        List<JobView> page = [];
        // Homes give what can match; only with what the sites say of their jobs is it known what does.
        var most = Math.Max(LeastAsked, filter.Most + 1);
        var isLast = filter.Site is not null && site < 0;
        for (var round = 0; !isLast; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (round == MostRounds)
                return new JobPage(page, before.ToString());
            var jobs = await Newest(region, new JobBookFilter(filter.States, site, filter.Tenant, before, most));
            isLast = jobs.Length < most;
            var views = await Show(region, jobs);
            for (var i = 0; i < jobs.Length; i++)
            {
                if (filter.States.Count > 0 && !filter.States.Contains(views[i].State))
                    continue;
                if (page.Count == filter.Most)
                    return new JobPage(page, before.ToString());
                page.Add(views[i]);
                before = JobKey.Of(jobs[i]);
            }

            // With a page that is full, what comes after its last job is looked for from there.
            if (!isLast && page.Count < filter.Most)
                before = JobKey.Of(jobs[^1]);
        }

        return new JobPage(page, null);
    }

    private async Task<RegionJob[]> Newest(Region region, JobBookFilter filter)
    {
        var record = filter.ToWire();
        var lists = await calls.AskIngresses(region, i => i.ListJobs(record));
        return [.. lists.SelectMany(l => l).Select(j => j.ToFleet()).OrderByDescending(JobKey.Of).Take(filter.Most)];
    }

    private async Task<JobView[]> Show(Region region, RegionJob[] jobs)
    {
        var runs = new Dictionary<long, RegionRun>();
        var placed = jobs.Where(j => j.IsPlaced).GroupBy(j => j.Site, j => j.Number).ToArray();
        foreach (var atSite in await Task.WhenAll(placed.Select(p => calls.Site(region, p.Key).Runs([.. p]))))
        {
            foreach (ref readonly var run in atSite.AsSpan())
                runs[run.Number] = run.ToFleet();
        }

        return [.. jobs.Select(j => j.Show(region, runs.TryGetValue(j.Number, out var run) ? run : null))];
    }
}
