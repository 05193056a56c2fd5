using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <summary>The life of a policy between Fleet and the wire.</summary>
public static class LifeMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="life">The life.</param>
    public static PolicyLifeRecord ToWire(this PolicyLife life)
    {
        ArgumentNullException.ThrowIfNull(life);
        return new PolicyLifeRecord(life.Publication, life.Active, life.Before, life.Canary, life.Share, life.Ended, life.Shadow);
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    public static PolicyLife ToFleet(this PolicyLifeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new PolicyLife
        {
            Publication = record.Publication,
            Active = record.Active,
            Before = record.Before,
            Canary = record.Canary,
            Share = record.Share,
            Ended = record.Ended,
            Shadow = record.Shadow,
        };
    }
}
