using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Simulation.Workloads;

/// <summary>What arrives at one ingress.</summary>
/// <param name="Arrivals">When jobs arrive; null = only those of traces.</param>
/// <param name="Sizes">How large they are; null exactly when <paramref name="Arrivals"/> is.</param>
/// <param name="Constraint">Sites the jobs may run at; null = all.</param>
public sealed record IngressWorkload(ArrivalProcess? Arrivals, SizeDistribution? Sizes, SiteSet? Constraint = null);
