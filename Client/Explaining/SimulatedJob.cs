using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Explaining;

/// <summary>A job of a simulated run.</summary>
/// <param name="Scenario">What is simulated.</param>
/// <param name="Policy">Under which policy.</param>
/// <param name="Seed">With which seed.</param>
/// <param name="Job">Its number.</param>
internal sealed record SimulatedJob(Scenario Scenario, PolicySpec Policy, long Seed, JobId Job);
