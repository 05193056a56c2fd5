using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Silo.Orleans.Plane;

/// <content>The energy of sites.</content>
internal sealed partial class ClusterPlane
{
    private const int MostSlots = 1_000;

    /// <inheritdoc/>
    public Task<IReadOnlyList<SiteEnergyView>> Energy(CancellationToken cancellation = default) => calls.Call(
        async region =>
        {
            var sites = Enumerable.Range(0, region.Model.SiteCount).Where(s => region.Model.Sites[s].Energy is not null);
            return (IReadOnlyList<SiteEnergyView>)await Task.WhenAll(sites.Select(s => Show(region, s)));
        },
        cancellation);

    /// <inheritdoc/>
    public Task<SlotPage?> EnergySlots(string site, long before, int most, CancellationToken cancellation = default)
    {
        if (most is < 1 or > MostSlots)
            throw new ControlException(ControlProblem.Invalid, $"limit must be 1 to {MostSlots}, not {most}", field: "limit");
        return AtSite(site, async (region, index) => (await calls.Energy(region, index).Slots(before, most)).ToFleet(site), cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BatteryView>> Batteries(CancellationToken cancellation = default) =>
        [.. (await Energy(cancellation)).Select(s => s.Battery).OfType<BatteryView>()];

    /// <inheritdoc/>
    public async Task<BatteryView?> OverrideBattery(string site, BatteryOrder order, string actor, CancellationToken cancellation = default)
    {
        var (hasChanged, battery) = await Change(site, grain => grain.Override(order.ToWire(), actor), cancellation);
        if (hasChanged && battery?.Override is { } said)
            await Note(actor, "battery.override", site, FormattableString.Invariant($"{said.SetPointKw} kW until {said.Until:u}: {said.Reason}"), cancellation);
        return battery;
    }

    /// <inheritdoc/>
    public async Task<BatteryView?> ReleaseBattery(string site, long? expectedVersion, string actor, CancellationToken cancellation = default)
    {
        var (hasChanged, battery) = await Change(site, grain => grain.Release(expectedVersion, actor), cancellation);
        if (hasChanged)
            await Note(actor, "battery.release", site, "", cancellation);
        return battery;
    }

    private async Task<(bool HasChanged, BatteryView? Battery)> Change(string site, Func<ISiteGrain, Task<BatteryChangeReply>> change, CancellationToken cancellation)
    {
        var hasChanged = false;
        var battery = await AtSite(
            site,
            async (region, index) =>
            {
                var reply = await change(calls.Energy(region, index));
                hasChanged = reply.HasChanged;
                return reply.Battery?.ToFleet(site, region.Model.Sites[index].Energy!);
            },
            cancellation);
        return (hasChanged, battery);
    }

    private async Task<SiteEnergyView> Show(Region region, int site)
    {
        var spec = region.Model.Sites[site];
        return (await calls.Energy(region, site).Show()).ToFleet(spec.Name, spec.Energy!);
    }

    private Task<T?> AtSite<T>(string site, Func<Region, int, Task<T?>> ask, CancellationToken cancellation)
        where T : class => calls.Call(
        region =>
        {
            var index = region.SiteIndex(site);
            return index >= 0 && region.Model.Sites[index].Energy is not null ? ask(region, index) : Task.FromResult<T?>(null);
        },
        cancellation);
}
