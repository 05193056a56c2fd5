namespace ControlPlane.Policies.Shield;

/// <summary>What a policy was asked when the shield intervened.</summary>
public enum ShieldStage
{
    /// <summary>Where a job goes.</summary>
    Placement,

    /// <summary>What a job gets that may start at a site.</summary>
    Allocation,

    /// <summary>To learn from a completed job. Nothing is replaced.</summary>
    Feedback,

    /// <summary>To follow a report of a site. Nothing is replaced.</summary>
    Update,

    /// <summary>To explain itself.</summary>
    Explanation,
}
