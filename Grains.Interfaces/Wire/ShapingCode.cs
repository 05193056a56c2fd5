namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a reward shaper makes of what it has learned.</summary>
[GenerateSerializer, Alias("controlplane.shaping")]
public enum ShapingCode
{
    /// <summary>Nothing: rewards stay as they are.</summary>
    None,

    /// <summary>Every decision gets its part of what its window paid.</summary>
    Decomposition,

    /// <summary>The difference of a potential is added to rewards.</summary>
    Potential,
}
