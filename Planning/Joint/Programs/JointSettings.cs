namespace ControlPlane.Planning.Joint.Programs;

/// <summary>What a programme leaves open and what it takes as given.</summary>
public sealed record JointSettings
{
    /// <summary>What each job may choose from; null for every start of each.</summary>
    public IReadOnlyList<JobChoices>? Choices { get; init; }

    /// <summary>Routes that are given; null to choose them.</summary>
    public IReadOnlyList<RoutePlan>? Routes { get; init; }

    /// <summary>When units run, by site, unit and slot; null to choose.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<bool>>>? UnitsOn { get; init; }

    /// <summary>Whether whole numbers are let go: the linear relaxation.</summary>
    public bool IsRelaxed { get; init; }

    /// <summary>Sites and slots in which import and export exclude one another by a binary. Elsewhere their prices must do so.</summary>
    public IReadOnlySet<(int Site, int Slot)> ExclusiveGrid { get; init; } = new HashSet<(int Site, int Slot)>();

    /// <summary>Sites and slots in which charging and discharging exclude one another by a binary.</summary>
    public IReadOnlySet<(int Site, int Slot)> ExclusiveStorage { get; init; } = new HashSet<(int Site, int Slot)>();
}
