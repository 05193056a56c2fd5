using ControlPlane.Fleet.Control;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Silo.Orleans.Plane;

/// <content>Sites and their agents.</content>
internal sealed partial class ClusterPlane
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SiteView>> Sites(CancellationToken cancellation = default) => calls.Call(
        async region =>
        {
            var sites = await calls.AskSites(region, s => s.Show());
            return (IReadOnlyList<SiteView>)[.. sites.Select(s => s.ToFleet().Show(region))];
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<SiteView?> ChangeSite(string site, SiteChange change, string actor, CancellationToken cancellation = default)
    {
        var region = await calls.Find(cancellation);
        var index = region.SiteIndex(site);
        if (index < 0)
            return null;
        var grain = calls.Site(region, index);
        if (await calls.Call(_ => grain.Change(change.ToWire(), actor), cancellation))
            await Note(actor, site, change, cancellation);
        return (await calls.Call(_ => grain.Show(), cancellation)).ToFleet().Show(region);
    }

    /// <inheritdoc/>
    public Task<AgentSession> Register(AgentHello hello, CancellationToken cancellation = default) =>
        calls.Call(async region => (await Site(region, hello.Site).Register(hello.ToWire())).ToFleet(), cancellation);

    // The site answers at once: a call that waited there would need a time-out longer than the agent's wait, and would keep its silo from draining.
    /// <inheritdoc/>
    public async Task<AgentOrders> Beat(AgentBeat beat, CancellationToken cancellation = default)
    {
        var began = time.GetTimestamp();
        var region = await calls.Find(cancellation);
        var site = Site(region, beat.Site);
        var orders = await calls.Call(_ => site.Beat(beat.ToWire()), cancellation);
        var wait = TimeSpan.FromSeconds(Math.Min(beat.WaitS, (region.AgentLeaseS ?? 0) / 3));
        while (orders.Tasks is null && wait - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < AskEvery ? left : AskEvery, time, cancellation);
            orders = await calls.Call(_ => site.Orders(beat.Epoch, beat.KnownVersion), cancellation);
        }

        return orders.ToFleet();
    }

    // What a change names but does not change is noted with the rest of it.
    private async Task Note(string actor, string site, SiteChange change, CancellationToken cancellation)
    {
        if (change.GpuLimit is { } gpus)
            await Note(actor, "site.limit", site, $"{gpus} GPUs", cancellation);
        if (change.Draining is { } draining)
            await Note(actor, draining ? "site.drain" : "site.resume", site, "", cancellation);
    }

    private IDataCenterGrain Site(Region region, string name)
    {
        var index = region.SiteIndex(name);
        return index >= 0
            ? calls.Site(region, index)
            : throw new ControlException(ControlProblem.NotFound, $"there is no site '{name}'; there are {string.Join(", ", region.Model.Sites.Select(s => s.Name))}");
    }
}
