namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>An operation that was not performed and had no effect.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Message">The same as one line for people.</param>
/// <param name="RetryAfter">When to ask again; null where that does not help.</param>
public sealed record Refusal(RefusalReason Reason, string Message, TimeSpan? RetryAfter);
