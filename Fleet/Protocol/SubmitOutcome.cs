namespace ControlPlane.Fleet.Protocol;

/// <summary>What becomes of a submission.</summary>
public enum SubmitOutcome
{
    /// <summary>The job is new and accepted.</summary>
    Accepted,

    /// <summary>The job was submitted before: nothing changes.</summary>
    Known,

    /// <summary>Another job was submitted under this number before: nothing changes.</summary>
    Conflict,

    /// <summary>No site may ever run the job; its number is taken.</summary>
    Rejected,

    /// <summary>The home has as many jobs as it may have: nothing changes, the submitter tries again later.</summary>
    Full,
}
