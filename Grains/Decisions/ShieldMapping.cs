using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Grains.Decisions;

/// <summary>What shields did, as the wire has it.</summary>
public static class ShieldMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="counts">The counts.</param>
    public static ShieldCountsRecord ToWire(this ShieldCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var reasons = Enum.GetValues<ShieldReason>();
        return new ShieldCountsRecord([.. reasons.Select(counts.ReplacedFor)], [.. reasons.Select(counts.CaughtFor)], counts.LastResorts);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The counts.</param>
    public static ShieldCounts ToShield(this ShieldCountsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new ShieldCounts(record.Replaced, record.Caught, record.LastResorts);
    }
}
