using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Simulated;

/// <summary>The energy manager of a site in virtual time: it decides about its battery, which is a grain of its own, and settles its slots. The key is <see cref="GrainKeys.Energy"/>.</summary>
[Alias("controlplane.ISimulatedSiteGrain")]
public interface ISimulatedSiteGrain : IGrainWithStringKey
{
    /// <summary>Makes the energy manager and opens its battery. Doing so again changes nothing.</summary>
    /// <param name="setup">What it is made with.</param>
    /// <returns>Energy in its battery, kWh; 0 without one.</returns>
    [Alias("Open")]
    Task<double> Open(EnergySiteSetup setup);

    /// <summary>Runs a slot: dispatch, settlement. The slot run last may be run again: it counts once and says the same.</summary>
    /// <param name="order">What is to run.</param>
    [Alias("RunSlot")]
    Task<SiteSlotRecord> RunSlot(SiteSlotOrderRecord order);

    /// <summary>Forgets the energy manager and its battery: their run is over.</summary>
    [Alias("Close")]
    Task Close();
}
