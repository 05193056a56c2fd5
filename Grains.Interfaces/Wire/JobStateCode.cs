namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Where a job is. The numbers never change.</summary>
[GenerateSerializer, Alias("controlplane.job-state")]
public enum JobStateCode
{
    /// <summary>No such job is known, or not any more.</summary>
    Unknown = 0,

    /// <summary>At its ingress.</summary>
    Held = 1,

    /// <summary>Assigned to a site that has not answered yet.</summary>
    Sending = 2,

    /// <summary>At a site.</summary>
    Placed = 3,

    /// <summary>Done.</summary>
    Completed = 4,

    /// <summary>Withdrawn.</summary>
    Cancelled = 5,

    /// <summary>Refused: no site may run it.</summary>
    Rejected = 6,
}
