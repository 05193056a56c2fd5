namespace ControlPlane.Fleet.Control.Policies;

/// <summary>Which versions of the policy decide, and which only watch.</summary>
/// <param name="Publication">Number of the last change; every later one has a greater number.</param>
/// <param name="Active">The version that decides.</param>
/// <param name="Before">Versions that decided before it and can be gone back to, the latest last.</param>
/// <param name="Shadow">The version that decides beside it without effect; null for none.</param>
/// <param name="Canary">The version that decides about a share of the jobs; null for none.</param>
/// <param name="Ended">Why the last shadow or canary was taken out by the host itself; null if none was since an operator changed anything.</param>
public sealed record PolicyLifeView(long Publication, int Active, IReadOnlyList<int> Before, ShadowView? Shadow, CanaryView? Canary, string? Ended);
