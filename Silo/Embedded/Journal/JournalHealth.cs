namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>How a host is.</summary>
/// <param name="Condition">Whether it takes operations.</param>
/// <param name="Reason">Why not; null while it serves.</param>
/// <param name="Since">Since when.</param>
public sealed record JournalHealth(JournalCondition Condition, string? Reason, DateTimeOffset Since);
