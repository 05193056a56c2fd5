using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>What a dispatcher knows at its site when a slot begins.</summary>
public sealed class DispatchView
{
    /// <summary>The battery; null for none.</summary>
    public Battery? Battery { get; init; }

    /// <summary>The grid connection.</summary>
    public required GridLimits Grid { get; init; }

    /// <summary>The slot that begins: its need, its prices, its length.</summary>
    public StorageSlot Now { get; set; }

    /// <summary>The slots after it as they are forecast, the nearest first; as many as the forecast has.</summary>
    public IReadOnlyList<StorageSlot> Forecast { get; set; } = [];

    /// <summary>What a plan of the fleet wants of the battery in the slot that begins, kW: above 0 it charges; null where there is no plan.</summary>
    public double? PlannedKw { get; set; }

    /// <summary>Energy that the battery should have at the end of the day, kWh.</summary>
    public double TargetKwh { get; init; }

    /// <summary>Time to the end of the day, hours, &gt; 0; infinite where there is no such target.</summary>
    public double HoursToTarget { get; set; } = double.PositiveInfinity;
}
