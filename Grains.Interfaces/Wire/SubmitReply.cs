namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of a submission.</summary>
/// <param name="Verdict">What.</param>
/// <param name="Reason">Why it was not accepted; null if it was.</param>
/// <param name="RetryAfterS">When to try again, seconds; null when it makes no sense.</param>
[GenerateSerializer, Immutable, Alias("controlplane.submit-reply")]
public sealed record SubmitReply(
    [property: Id(0)] VerdictCode Verdict,
    [property: Id(1)] string? Reason,
    [property: Id(2)] double? RetryAfterS);
