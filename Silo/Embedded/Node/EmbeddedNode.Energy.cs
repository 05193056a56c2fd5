using ControlPlane.Fleet.Control.Energy;

namespace ControlPlane.Silo.Embedded.Node;

/// <content>The energy of sites.</content>
internal sealed partial class EmbeddedNode
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<SiteEnergyView>> Energy(CancellationToken cancellation = default) => Do((node, _) => node.SitesEnergy(), cancellation);

    /// <inheritdoc/>
    public Task<SlotPage?> EnergySlots(string site, long before, int most, CancellationToken cancellation = default) =>
        AtSite(site, index => Do((node, _) => node.EnergySlots(index, before, most), cancellation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<BatteryView>> Batteries(CancellationToken cancellation = default) => Do((node, _) => node.Batteries(), cancellation);

    /// <inheritdoc/>
    public Task<BatteryView?> OverrideBattery(string site, BatteryOrder order, string actor, CancellationToken cancellation = default) =>
        AtSite(site, index => Do((node, _) => node.OverrideBattery(index, order, actor), cancellation));

    /// <inheritdoc/>
    public Task<BatteryView?> ReleaseBattery(string site, long? expectedVersion, string actor, CancellationToken cancellation = default) =>
        AtSite(site, index => Do((node, _) => node.ReleaseBattery(index, expectedVersion, actor), cancellation));

    private Task<T?> AtSite<T>(string name, Func<int, Task<T?>> operation)
        where T : class
    {
        for (var site = 0; site < _model.SiteCount; site++)
        {
            if (_model.Sites[site].Name == name)
                return operation(site);
        }

        return Task.FromResult<T?>(null);
    }
}
