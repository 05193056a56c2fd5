using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Policies.Catalog;

/// <summary>What a policy is made with.</summary>
/// <param name="View">The view it will decide on; it may subscribe to changes.</param>
/// <param name="Random">Its own stream.</param>
/// <param name="Shared">The one stream of a run in the published order of draws; null otherwise.</param>
/// <param name="MeanSizeUnits">Mean job size known beforehand, units; policies that estimate begin with it.</param>
/// <param name="LoadUnitsPerS">Offered load known beforehand, units/s; policies that estimate begin with it.</param>
public sealed record PolicyContext(FleetView View, IRandomStream Random, IRandomStream? Shared, double MeanSizeUnits, double LoadUnitsPerS)
{
    /// <summary>The fleet.</summary>
    public FleetModel Model => View.Model;
}
