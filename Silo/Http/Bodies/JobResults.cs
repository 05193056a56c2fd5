using ControlPlane.Fleet.Control;

namespace ControlPlane.Silo.Http.Bodies;

/// <summary>What became of submissions.</summary>
/// <param name="Results">What became of each, in their order.</param>
public sealed record JobResults(IReadOnlyList<SubmitResult> Results);
