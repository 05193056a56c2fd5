using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>What became of jobs that were submitted.</summary>
/// <param name="Results">The node's answers, in order; of the first jobs only when it was broken off.</param>
/// <param name="Break">What ended it early; null if nothing did.</param>
internal sealed record Submission(IReadOnlyList<SubmitResult> Results, SubmissionBreak? Break);
