using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Regions;

/// <summary>What is played against a region.</summary>
/// <param name="Scenario">Whose arrivals are submitted.</param>
/// <param name="Seed">Seed of the arrivals.</param>
/// <param name="Speed">Seconds of the scenario in a second; null = as fast as the region's clock.</param>
/// <param name="RatePerS">Jobs per second instead of the scenario's times; null = at its times.</param>
/// <param name="Jobs">The most jobs; null = all up to the horizon.</param>
/// <param name="FirstId">Number of the first job; null = the present in microseconds.</param>
/// <param name="Waits">Whether to wait until all jobs have ended.</param>
internal sealed record PlayRequest(Scenario Scenario, long Seed, double? Speed, double? RatePerS, long? Jobs, long? FirstId, bool Waits);
