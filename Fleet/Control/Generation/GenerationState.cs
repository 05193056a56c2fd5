namespace ControlPlane.Fleet.Control.Generation;

/// <summary>Where generation jobs are.</summary>
public enum GenerationState
{
    /// <summary>A provider has them; what becomes of them is known when its slot closes.</summary>
    Open,

    /// <summary>The slot is closed.</summary>
    Closed,

    /// <summary>No provider that was asked takes them.</summary>
    Declined,
}
