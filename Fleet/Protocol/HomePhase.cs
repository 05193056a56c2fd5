namespace ControlPlane.Fleet.Protocol;

/// <summary>Where a job that has not ended is, as its home knows it.</summary>
public enum HomePhase
{
    /// <summary>Here, waiting for a decision that sends it to a site.</summary>
    Held,

    /// <summary>Assigned to a site that has not answered yet: it may or may not have the job.</summary>
    Sending,

    /// <summary>At a site, which answered that it has it.</summary>
    Placed,
}
