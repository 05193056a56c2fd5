using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;

namespace ControlPlane.Simulation.Generation.Hosting;

/// <summary>The operations of the energy managers of all sites, by index of their provider.</summary>
public interface IEnergyOperations
{
    /// <summary>Energy in a site's battery, kWh; 0 without one.</summary>
    /// <param name="site">Provider index.</param>
    double StoredKwh(int site);

    /// <summary>Runs a slot at a site: cooling, dispatch, settlement.</summary>
    /// <param name="site">Provider index.</param>
    /// <param name="order">What is to run.</param>
    /// <param name="forecast">The slots after it, the nearest first.</param>
    SiteSlot RunSlot(int site, in SiteSlotOrder order, IReadOnlyList<StorageSlot> forecast);
}
