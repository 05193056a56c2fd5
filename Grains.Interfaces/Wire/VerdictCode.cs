namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What becomes of a submission under an id.</summary>
[GenerateSerializer, Alias("controlplane.verdict")]
public enum VerdictCode
{
    /// <summary>The job is new, accepted and durable.</summary>
    Accepted = 0,

    /// <summary>An equal job was submitted under this id before.</summary>
    Known = 1,

    /// <summary>Another job was submitted under this id before.</summary>
    Conflict = 2,

    /// <summary>A field is out of its range, or no site may ever run the job.</summary>
    Invalid = 3,

    /// <summary>Its home is full: try again later.</summary>
    Busy = 4,
}
