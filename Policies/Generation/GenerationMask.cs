namespace ControlPlane.Policies.Generation;

/// <summary>Why a pair of provider and steps may not be chosen.</summary>
public enum GenerationMask
{
    /// <summary>It may.</summary>
    None,

    /// <summary>The jobs would be late even if none had to wait.</summary>
    TooSlow,

    /// <summary>The provider takes no work on its operator's order.</summary>
    Draining,
}
