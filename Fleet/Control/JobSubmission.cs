namespace ControlPlane.Fleet.Control;

/// <summary>A job as its submitter asks for it.</summary>
public sealed record JobSubmission
{
    /// <summary>Its id, chosen by the submitter: 1 to 64 letters, digits, dots, hyphens and underscores. Submitting an equal job under it again changes nothing.</summary>
    public required string Id { get; init; }

    /// <summary>Work in units, finite, &gt; 0.</summary>
    public required double SizeUnits { get; init; }

    /// <summary>Name of the ingress; null for the first.</summary>
    public string? Ingress { get; init; }

    /// <summary>Whose it is; null for the tenant <c>default</c>.</summary>
    public string? Tenant { get; init; }

    /// <summary>Greater goes first, 0 to 9.</summary>
    public int Priority { get; init; }

    /// <summary>When it should be done; null for whenever. It is told about and ordered by, never a reason to drop the job.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Names of the only sites that may run it; null for all.</summary>
    public IReadOnlyList<string>? AllowedSites { get; init; }

    /// <summary>Names of sites that may not run it.</summary>
    public IReadOnlyList<string> ForbiddenSites { get; init; } = [];

    /// <summary>Names of sites that are tried first: others only while none of these may take it.</summary>
    public IReadOnlyList<string> PreferredSites { get; init; } = [];
}
