namespace ControlPlane.Policies.Shield;

/// <summary>Why the shield did not let a policy's answer take effect.</summary>
public enum ShieldReason
{
    /// <summary>It did.</summary>
    None,

    /// <summary>The site does not exist, or is masked: the mask reason says why.</summary>
    InfeasibleSite,

    /// <summary>Fewer than no GPUs, more than are free or than one job may have, or a clock level that the site does not have.</summary>
    InfeasibleAllocation,

    /// <summary>A score is not a number: that on which a decision rests (<see cref="IScoredPolicy"/>), or, reported only, one of an explanation.</summary>
    NotANumber,

    /// <summary>The policy threw an exception.</summary>
    Threw,

    /// <summary>The decision took longer than the budget.</summary>
    Late,

    /// <summary>The decision rests on a report, a view or a policy snapshot that is older than allowed.</summary>
    Stale,

    /// <summary>The policy was not asked: it was late several times in a row and is benched for a while.</summary>
    Benched,
}
