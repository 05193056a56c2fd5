namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of a wish to withdraw a job. The numbers never change.</summary>
[GenerateSerializer, Alias("controlplane.cancel-code")]
public enum CancelCode
{
    /// <summary>It is cancelled.</summary>
    Cancelled = 0,

    /// <summary>Its site is asked to let go of it; it may finish first.</summary>
    Requested = 1,

    /// <summary>It has ended already.</summary>
    Ended = 2,

    /// <summary>No such job is known, or not any more.</summary>
    Unknown = 3,
}
