namespace ControlPlane.Fleet.Control.Generation;

/// <summary>Alike generation jobs as their submitter asks for them: one decision is taken about all of them.</summary>
public sealed record GenerationSubmission
{
    /// <summary>Their id, chosen by the submitter: 1 to 64 letters, digits, dots, hyphens and underscores. Submitting the same under it again changes nothing.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the provider at which they are submitted.</summary>
    public required string Origin { get; init; }

    /// <summary>Name of their deadline class.</summary>
    public required string Deadline { get; init; }

    /// <summary>Name of their prompt category; null where it is not known, and the quality is then that of the model.</summary>
    public string? Category { get; init; }

    /// <summary>Images of a job, 1 to 100.</summary>
    public int Images { get; init; } = 1;

    /// <summary>Jobs, 1 to 10 000.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whose they are; null for the tenant <c>default</c>.</summary>
    public string? Tenant { get; init; }
}
