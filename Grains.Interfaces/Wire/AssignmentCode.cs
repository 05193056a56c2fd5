namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A site's answer to an assignment. The numbers never change.</summary>
[GenerateSerializer, Alias("controlplane.assignment-code")]
public enum AssignmentCode
{
    /// <summary>It has the job, or had it.</summary>
    Taken = 0,

    /// <summary>It does not take the job.</summary>
    Refused = 1,

    /// <summary>The assignment is out of date.</summary>
    Stale = 2,
}
