namespace ControlPlane.Planning.Joint;

/// <summary>The battery of a site.</summary>
public sealed record JointStorage
{
    /// <summary>Most energy, MWh, ≥ 0.</summary>
    public required double MaxMwh { get; init; }

    /// <summary>Least energy, MWh, in [0, <see cref="MaxMwh"/>].</summary>
    public double MinMwh { get; init; }

    /// <summary>Most power of charging and of discharging, at the terminals, MW, ≥ 0.</summary>
    public required double PowerMw { get; init; }

    /// <summary>Part of the charged energy that is stored, in (0, 1].</summary>
    public double ChargeEfficiency { get; init; } = 0.95;

    /// <summary>Part of the energy taken out that arrives, in (0, 1].</summary>
    public double DischargeEfficiency { get; init; } = 0.95;

    /// <summary>What wear a discharged MWh costs, USD, ≥ 0.</summary>
    public double WearUsdPerMwh { get; init; }

    /// <summary>Energy before the first slot, MWh.</summary>
    public required double StartMwh { get; init; }

    /// <summary>Least energy after the last slot, MWh; null for what it begins with.</summary>
    public double? EndMwh { get; init; }

    /// <summary>What a MWh left after the last slot is worth, USD; 0 where only <see cref="EndMwh"/> counts.</summary>
    public double EndUsdPerMwh { get; init; }

    /// <summary>Least energy after the last slot, MWh.</summary>
    public double LeastEndMwh => EndMwh ?? StartMwh;

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Complain() =>
        JointSite.Number("most energy", MaxMwh, 0, 1e6)
        ?? JointSite.Number("least energy", MinMwh, 0, MaxMwh)
        ?? JointSite.Number("power", PowerMw, 0, 1e6)
        ?? (ChargeEfficiency is > 0 and <= 1 ? null : $"charging efficiency: {ChargeEfficiency} must lie in (0, 1]")
        ?? (DischargeEfficiency is > 0 and <= 1 ? null : $"discharging efficiency: {DischargeEfficiency} must lie in (0, 1]")
        ?? JointSite.Number("wear", WearUsdPerMwh, 0, 1e6)
        ?? JointSite.Number("energy before", StartMwh, MinMwh, MaxMwh)
        ?? JointSite.Number("energy at the end", LeastEndMwh, MinMwh, MaxMwh)
        ?? JointSite.Number("worth at the end", EndUsdPerMwh, 0, 1e6);
}
