using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Simulated;

/// <summary>A battery in virtual time. The key is <see cref="GrainKeys.Battery"/>.</summary>
[Alias("controlplane.ISimulatedBatteryGrain")]
public interface ISimulatedBatteryGrain : IGrainWithStringKey
{
    /// <summary>Makes the battery. Doing so again changes nothing.</summary>
    /// <param name="setup">What it is made with.</param>
    /// <returns>Energy in its cells, kWh.</returns>
    [Alias("Open")]
    Task<double> Open(BatterySetup setup);

    /// <summary>Charges or discharges for a slot. The slot dispatched last may be dispatched again: it counts once and says the same.</summary>
    /// <param name="slot">The slot; not before the last one.</param>
    /// <param name="powerKw">Power at its terminals, kW: above 0 charges.</param>
    /// <param name="hours">Length of the slot, h.</param>
    [Alias("Dispatch")]
    Task<BatteryFlowRecord> Dispatch(int slot, double powerKw, double hours);

    /// <summary>Forgets the battery: its run is over.</summary>
    [Alias("Close")]
    Task Close();
}
