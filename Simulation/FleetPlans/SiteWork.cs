namespace ControlPlane.Simulation.FleetPlans;

/// <summary>How a site does its work in a plan: one operating point, the best at the plan's prices of time and capacity.</summary>
/// <param name="SecondsPerUnit">Service time, s/unit.</param>
/// <param name="GpuSecondsPerUnit">GPU-seconds a unit.</param>
/// <param name="JoulesPerUnit">Energy above that of the same GPUs asleep, J/unit.</param>
internal readonly record struct SiteWork(double SecondsPerUnit, double GpuSecondsPerUnit, double JoulesPerUnit);
