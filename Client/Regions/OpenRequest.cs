using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Regions;

/// <summary>What a region is opened with.</summary>
/// <param name="Scenario">Whose fleet it has, and whose load it is told beforehand.</param>
/// <param name="Policy">Its first policy.</param>
/// <param name="Seed">Seed of its policies.</param>
/// <param name="Speed">Seconds of its clock in a second, &gt; 0.</param>
/// <param name="LeaseS">How long sites have jobs before they must renew, seconds of the wall clock.</param>
internal sealed record OpenRequest(Scenario Scenario, PolicySpec Policy, long Seed, double Speed, double LeaseS);
