namespace ControlPlane.Fleet.Control;

/// <summary>What became of a submission.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was not accepted, for people; null if it was.</param>
/// <param name="RetryAfterS">When it makes sense to try again, seconds; null when it does not.</param>
public sealed record SubmitResult(string Id, SubmitVerdict Outcome, string? Reason = null, double? RetryAfterS = null);
