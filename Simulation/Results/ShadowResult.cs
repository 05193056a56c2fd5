using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Simulation.Results;

/// <summary>What a shadow beside a run's policy would have done.</summary>
/// <param name="Policy">The shadow with its settings, as <c>PolicySpec.Label</c> gives it.</param>
/// <param name="Tally">How its decisions compare with those that took effect.</param>
public sealed record ShadowResult(string Policy, ShadowTally Tally);
