namespace ControlPlane.Policies.Threads;

/// <summary>How much a host puts up with from a shadow.</summary>
public sealed record ShadowLimits
{
    /// <summary>How long a shadow may take over a decision, &gt; 0.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many decisions may wait for the shadow, &gt; 0; further ones it is not asked about.</summary>
    public int Queue { get; init; } = 1_024;

    /// <summary>
    /// Whether the host's view counts a job as on its way from its decision until its site's next report, as that of a region's worker does. The view of a node does not: its sites are told at once.
    /// </summary>
    public bool CountsSent { get; init; }
}
