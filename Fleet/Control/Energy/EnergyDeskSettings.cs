namespace ControlPlane.Fleet.Control.Energy;

/// <summary>How a site counts its energy. May differ from start to start.</summary>
public sealed record EnergyDeskSettings
{
    /// <summary>Length of a slot, seconds, 1 to 86 400. Slots begin at whole multiples of it, counted in UTC.</summary>
    public double SlotS { get; init; } = 300;

    /// <summary>The most slots that are kept; the totals have all.</summary>
    public int Kept { get; init; } = 288;
}
