namespace ControlPlane.Fleet.Protocol;

/// <summary>What becomes of a wish to withdraw a job.</summary>
public enum CancelOutcome
{
    /// <summary>The job is cancelled.</summary>
    Cancelled,

    /// <summary>Its site is asked to let go of it; it may finish first.</summary>
    Requested,

    /// <summary>It has ended already.</summary>
    Ended,

    /// <summary>No such job is known here, or not any more.</summary>
    Unknown,
}
