namespace ControlPlane.Fleet.Control;

/// <summary>What becomes of a submission.</summary>
public enum SubmitVerdict
{
    /// <summary>The job is new, accepted and durable.</summary>
    Accepted,

    /// <summary>An equal job was submitted under this id before: nothing changes.</summary>
    Known,

    /// <summary>Another job was submitted under this id before.</summary>
    Conflict,

    /// <summary>A field is out of its range, or no site may ever run the job.</summary>
    Invalid,

    /// <summary>The host is full or the tenant's quota is: try again later.</summary>
    Busy,
}
