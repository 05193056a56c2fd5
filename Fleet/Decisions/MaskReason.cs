namespace ControlPlane.Fleet.Decisions;

/// <summary>Why an option is masked.</summary>
public enum MaskReason
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>The submitter does not let the job run there.</summary>
    NotAllowed,

    /// <summary>The site is lost, or has no GPU that a job may have.</summary>
    SiteLost,

    /// <summary>The site takes no new jobs on an operator's order.</summary>
    Draining,

    /// <summary>The site's queue is full.</summary>
    QueueFull,

    /// <summary>The site has no free GPU.</summary>
    NoFreeGpu,
}
