namespace ControlPlane.Fleet.Control.Energy;

/// <summary>Who decided what a battery does in a slot.</summary>
public enum SlotSource
{
    /// <summary>The site's dispatcher.</summary>
    Policy,

    /// <summary>An operator, for at least a part of the slot.</summary>
    Override,

    /// <summary>Nobody who could be followed: battery and generator stay idle.</summary>
    Fallback,
}
