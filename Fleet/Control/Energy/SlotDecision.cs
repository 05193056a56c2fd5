using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>What was decided for a slot, and on what.</summary>
/// <param name="SetPoint">What battery and generator should do.</param>
/// <param name="Source">Who decided.</param>
/// <param name="Reason">The dispatcher's name, or why it was not followed, for people.</param>
/// <param name="Conditions">Prices and weather of the slot; null when nobody knows them, which is never the same as zero.</param>
public readonly record struct SlotDecision(SiteSetPoint SetPoint, SlotSource Source, string Reason, SiteConditions? Conditions)
{
    /// <summary>Nobody has decided yet.</summary>
    public static SlotDecision None { get; } = new(default, SlotSource.Fallback, "not decided", null);
}
