namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of a submission. The numbers never change.</summary>
[GenerateSerializer, Alias("controlplane.submit-code")]
public enum SubmitCode
{
    /// <summary>The job is new, accepted and durable.</summary>
    Accepted = 0,

    /// <summary>It was submitted before.</summary>
    Known = 1,

    /// <summary>Another job was submitted under this number before.</summary>
    Conflict = 2,

    /// <summary>No site may ever run it.</summary>
    Rejected = 3,

    /// <summary>The ingress has as many jobs as it may have; try again later.</summary>
    Full = 4,

    /// <summary>A field is out of its range.</summary>
    Invalid = 5,
}
