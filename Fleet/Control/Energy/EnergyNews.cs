namespace ControlPlane.Fleet.Control.Energy;

/// <summary>What happened at a site's energy while time passed.</summary>
/// <param name="Closed">Slots that ended, in order.</param>
/// <param name="Ended">An override that ended by itself; null for none.</param>
public sealed record EnergyNews(IReadOnlyList<ClosedSlot> Closed, BatteryOverride? Ended)
{
    /// <summary>Nothing.</summary>
    public static EnergyNews None { get; } = new([], null);
}
