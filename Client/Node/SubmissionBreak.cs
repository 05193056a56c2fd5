namespace ControlPlane.Client.Node;

/// <summary>A list of jobs got no answer to each of them, and those after it were not submitted.</summary>
/// <param name="First">Index of its first job.</param>
/// <param name="Count">Its jobs.</param>
/// <param name="Failure">What happened.</param>
internal sealed record SubmissionBreak(int First, int Count, Exception Failure);
