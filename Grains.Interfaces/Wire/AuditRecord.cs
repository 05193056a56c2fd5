namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What an operator did.</summary>
/// <param name="Number">Its number, ascending.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">More, for people.</param>
[GenerateSerializer, Immutable, Alias("controlplane.audit")]
public sealed record AuditRecord(
    [property: Id(0)] long Number,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Actor,
    [property: Id(3)] string Action,
    [property: Id(4)] string Subject,
    [property: Id(5)] string Detail);
