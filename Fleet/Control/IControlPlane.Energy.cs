using ControlPlane.Fleet.Control.Energy;

namespace ControlPlane.Fleet.Control;

/// <content>The energy of sites. A host of a fleet without an energy side has none of it.</content>
public partial interface IControlPlane
{
    /// <summary>The energy of all sites that have an energy side, in the order of the fleet.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<SiteEnergyView>> Energy(CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<SiteEnergyView>>([]);

    /// <summary>The slots of a site that are over and kept, the newest first.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="before">Only slots with lesser numbers.</param>
    /// <param name="most">The most of them, 1 to 1000.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when there is no site of that name or it has no energy side.</returns>
    /// <exception cref="ControlException">The number of slots is out of range.</exception>
    Task<SlotPage?> EnergySlots(string site, long before, int most, CancellationToken cancellation = default) => Task.FromResult<SlotPage?>(null);

    /// <summary>All batteries, in the order of the fleet.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<BatteryView>> Batteries(CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<BatteryView>>([]);

    /// <summary>Tells a battery what to do until a moment, in place of the dispatcher. Replaces what was said before; asking for what is so already changes nothing.</summary>
    /// <param name="site">Name of its site.</param>
    /// <param name="order">What it should do.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The battery as it is then; null when there is none at a site of that name.</returns>
    /// <exception cref="ControlException">The battery's version is not the expected one, or a value is out of range.</exception>
    Task<BatteryView?> OverrideBattery(string site, BatteryOrder order, string actor, CancellationToken cancellation = default) => Task.FromResult<BatteryView?>(null);

    /// <summary>Lets the dispatcher decide again. Where it does already, nothing changes.</summary>
    /// <param name="site">Name of the battery's site.</param>
    /// <param name="expectedVersion">The battery's version that the caller saw; null for any.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The battery as it is then; null when there is none at a site of that name.</returns>
    /// <exception cref="ControlException">The battery's version is not the expected one.</exception>
    Task<BatteryView?> ReleaseBattery(string site, long? expectedVersion, string actor, CancellationToken cancellation = default) => Task.FromResult<BatteryView?>(null);
}
