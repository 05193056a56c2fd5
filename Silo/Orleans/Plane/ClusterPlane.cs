using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Silo.Orleans.Plane;

/// <summary>
/// A region as the port shows it, in each of its silos: whatever is asked goes to the grains that own it, and nothing is kept here but copies of events for their readers.
/// </summary>
/// <param name="name">Name of the region.</param>
/// <param name="calls">Reaches its grains.</param>
/// <param name="time">The clock.</param>
internal sealed partial class ClusterPlane(string name, RegionCalls calls, TimeProvider time) : IControlPlane, IDisposable
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly ClusterEvents _events = new(calls, time);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs, CancellationToken cancellation = default) => calls.Call(
        async region =>
        {
            var results = new SubmitResult[jobs.Count];
            var homes = Enumerable.Range(0, jobs.Count).GroupBy(i => GrainKeys.Home(jobs[i].Id, region.Model.Ingresses.Count));
            await Task.WhenAll(homes.Select(home => Submit(region, home.Key, [.. home], jobs, results)));
            return (IReadOnlyList<SubmitResult>)results;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<JobView?> FindJob(string id, CancellationToken cancellation = default) => calls.Call(region => Find(region, id), cancellation);

    /// <inheritdoc/>
    public async Task<JobView?> CancelJob(string id, string actor, CancellationToken cancellation = default)
    {
        var wasLive = await calls.Call(region => calls.Home(region, id).CancelJob(id, actor), cancellation);
        if (wasLive == true)
            await Note(actor, "job.cancel", id, "", cancellation);
        return wasLive is null ? null : await FindJob(id, cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TenantView>> Tenants(CancellationToken cancellation = default) => calls.Call(
        async region =>
        {
            var books = await calls.AskIngresses(region, i => i.Book());
            return (IReadOnlyList<TenantView>)[.. books.SelectMany(b => b.Tenants)
                .GroupBy(t => t.Tenant, StringComparer.Ordinal)
                .OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => new TenantView(t.Key, t.Sum(c => c.Live), null))];
        },
        cancellation);

    /// <inheritdoc/>
    public Task<TenantView> SetQuota(string tenant, int? quota, string actor, CancellationToken cancellation = default)
    {
        if (SubmissionRules.ComplainOfTenant(tenant) is { } complaint)
            throw new ControlException(ControlProblem.Invalid, complaint, field: "tenant");
        // A number that nobody enforces would be worse than none.
        if (quota is not null)
            throw new ControlException(ControlProblem.Invalid, "quota: a region of several ingresses keeps no quotas yet; a node (--carrier embedded) does", field: "quota");
        return Tenant(tenant, cancellation);
    }

    /// <inheritdoc/>
    public async Task<HostView> Host(CancellationToken cancellation = default)
    {
        try
        {
            return await calls.Call(Host, cancellation);
        }
        catch (ControlException down)
        {
            return new HostView(name, "orleans", IsReady: false, down.Message, _startedAt, [], 0, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _events.Dispose();

    private async Task<TenantView> Tenant(string tenant, CancellationToken cancellation) =>
        (await Tenants(cancellation)).FirstOrDefault(t => t.Name == tenant) ?? new TenantView(tenant, 0, null);

    private async Task<HostView> Host(Region region)
    {
        var books = await calls.AskIngresses(region, i => i.Book());
        var live = books.Sum(b => b.Home.Held + b.Home.Sending + b.Home.Placed);
        return new HostView(name, "orleans", IsReady: true, "", _startedAt, region.Model.Ingresses, live, books.Sum(b => (long)b.Capacity));
    }

    private async Task Submit(Region region, int home, int[] which, IReadOnlyList<JobSubmission> jobs, SubmitResult[] results)
    {
        var replies = await calls.Ingress(region, home).SubmitJobs([.. which.Select(i => jobs[i].ToWire())]);
        foreach (var (i, reply) in which.Zip(replies))
            results[i] = reply.ToFleet(jobs[i].Id);
    }

    private async Task<JobView?> Find(Region region, string id)
    {
        // A job that has left its site is told of by its home as soon as the site's report is there.
        for (var attempt = 0; ; attempt++)
        {
            if (await calls.Home(region, id).FindJob(id) is not { } card)
                return null;
            var job = card.ToFleet();
            if (!job.IsPlaced)
                return job.Show(region, null);
            var runs = await calls.Site(region, job.Site).Runs([job.Number]);
            if (!runs.IsEmpty || attempt == MostLooks)
                return job.Show(region, runs.IsEmpty ? null : runs[0].ToFleet());
            await Task.Delay(LookEvery, time);
        }
    }
}
