using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Simulation.Engine;

/// <summary>Sends a held job to a site, or returns false if it must wait on.</summary>
internal delegate bool TrySendHandler(in WorkItem item);
