namespace ControlPlane.Fleet.Control;

/// <summary>What an operator did.</summary>
/// <param name="Number">Its number, ascending.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who: the name of a key.</param>
/// <param name="Action">What, for example <c>site.drain</c>.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">More, for people.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Actor, string Action, string Subject, string Detail);
