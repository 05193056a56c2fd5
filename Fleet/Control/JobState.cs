namespace ControlPlane.Fleet.Control;

/// <summary>Where a job is, for people and programs outside.</summary>
public enum JobState
{
    /// <summary>Accepted; no site may take it now.</summary>
    Held,

    /// <summary>Waiting at a site.</summary>
    Queued,

    /// <summary>On GPUs.</summary>
    Running,

    /// <summary>Asked to stop; it may finish first.</summary>
    Cancelling,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Withdrawn.</summary>
    Cancelled,

    /// <summary>Given up: it failed at sites as often as it may.</summary>
    Failed,
}
