namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Where a job with an id is.</summary>
[GenerateSerializer, Alias("controlplane.card-state")]
public enum CardStateCode
{
    /// <summary>No site has it.</summary>
    Held = 0,

    /// <summary>At a site.</summary>
    Queued = 1,

    /// <summary>On GPUs.</summary>
    Running = 2,

    /// <summary>Asked to stop.</summary>
    Cancelling = 3,

    /// <summary>Done.</summary>
    Completed = 4,

    /// <summary>Withdrawn.</summary>
    Cancelled = 5,

    /// <summary>Given up.</summary>
    Failed = 6,
}
