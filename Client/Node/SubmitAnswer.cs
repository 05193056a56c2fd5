using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>The answer to a list of jobs.</summary>
/// <param name="Results">What became of each, in order.</param>
internal sealed record SubmitAnswer(IReadOnlyList<SubmitResult> Results);
