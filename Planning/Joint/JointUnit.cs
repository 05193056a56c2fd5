namespace ControlPlane.Planning.Joint;

/// <summary>A dispatchable unit of a site: a gas turbine, a fuel cell, a Diesel generator.</summary>
public sealed record JointUnit
{
    /// <summary>Least output while it runs, MW, in [0, <see cref="MaxMw"/>].</summary>
    public double MinMw { get; init; }

    /// <summary>Most output, MW, ≥ 0.</summary>
    public required double MaxMw { get; init; }

    /// <summary>What a MWh costs, USD, ≥ 0.</summary>
    public required double UsdPerMwh { get; init; }

    /// <summary>What an hour of running costs whatever the output, USD, ≥ 0.</summary>
    public double NoLoadUsdPerH { get; init; }

    /// <summary>What a start costs, USD, ≥ 0.</summary>
    public double StartUsd { get; init; }

    /// <summary>Emissions of a MWh, t, ≥ 0.</summary>
    public double TPerMwh { get; init; }

    /// <summary>How far the output can change from slot to slot while it runs, MW, > 0.</summary>
    public double RampMw { get; init; } = double.PositiveInfinity;

    /// <summary>Slots that it runs at least once started, ≥ 1.</summary>
    public int MinUpSlots { get; init; } = 1;

    /// <summary>Slots that it rests at least once stopped, ≥ 1.</summary>
    public int MinDownSlots { get; init; } = 1;

    /// <summary>Output just before the first slot, MW; 0 when it rests.</summary>
    public double InitialMw { get; init; }

    /// <summary>Whether it runs just before the first slot.</summary>
    public bool InitiallyOn { get; init; }

    /// <summary>First slots in which it must stay as it is, from what it owes of <see cref="MinUpSlots"/> or <see cref="MinDownSlots"/>, ≥ 0.</summary>
    public int HeldSlots { get; init; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Complain() =>
        JointSite.Number("most output", MaxMw, 0, 1e6)
        ?? JointSite.Number("least output", MinMw, 0, MaxMw)
        ?? JointSite.Number("cost", UsdPerMwh, 0, 1e6)
        ?? JointSite.Number("no-load cost", NoLoadUsdPerH, 0, 1e9)
        ?? JointSite.Number("start cost", StartUsd, 0, 1e9)
        ?? JointSite.Number("emissions", TPerMwh, 0, 100)
        ?? (RampMw > 0 ? null : $"ramp: {RampMw} MW must be above 0")
        ?? (MinUpSlots >= 1 ? null : $"slots up: {MinUpSlots} must be at least 1")
        ?? (MinDownSlots >= 1 ? null : $"slots down: {MinDownSlots} must be at least 1")
        ?? (HeldSlots >= 0 ? null : $"slots held: {HeldSlots} must be at least 0")
        ?? (InitiallyOn ? JointSite.Number("output before", InitialMw, MinMw, MaxMw) : JointSite.Number("output before", InitialMw, 0, 0));
}
