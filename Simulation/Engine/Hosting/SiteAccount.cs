using ControlPlane.Fleet.Sites;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>A data centre's meters and counters at one moment.</summary>
/// <param name="Energy">Its meters.</param>
/// <param name="UsefulUnits">Work done, without what was lost, units.</param>
/// <param name="LostUnits">Work thrown away, units.</param>
/// <param name="FailedGpus">GPUs that have failed and are not repaired.</param>
public readonly record struct SiteAccount(EnergyReading Energy, double UsefulUnits, double LostUnits, int FailedGpus);
