namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Who decided what a battery does in a slot.</summary>
[GenerateSerializer, Alias("controlplane.slot-source")]
public enum SlotSourceCode
{
    /// <summary>The site's dispatcher.</summary>
    Policy,

    /// <summary>An operator, for at least a part of the slot.</summary>
    Override,

    /// <summary>Nobody who could be followed.</summary>
    Fallback,
}
