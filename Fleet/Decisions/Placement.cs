using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Fleet.Decisions;

/// <summary>A placement decision.</summary>
/// <param name="Site">Site index, or -1 to hold the job at its ingress until something changes.</param>
/// <param name="Wanted">GPU count and clock level asked for; the rule at the site may give less.</param>
public readonly record struct Placement(int Site, Allocation Wanted)
{
    /// <summary>Hold the job at its ingress.</summary>
    public static Placement Hold => new(-1, default);

    /// <summary>Whether the job is held.</summary>
    public bool IsHold => Site < 0;
}
