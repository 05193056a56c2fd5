namespace ControlPlane.Fleet.Control;

/// <summary>Which jobs to list.</summary>
public sealed record JobFilter
{
    /// <summary>The states; empty for all.</summary>
    public IReadOnlyList<JobState> States { get; init; } = [];

    /// <summary>Name of the site; null for all.</summary>
    public string? Site { get; init; }

    /// <summary>The tenant; null for all.</summary>
    public string? Tenant { get; init; }

    /// <summary>What the page before said in <see cref="JobPage.Next"/>; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>The most jobs in the page, 1 to 1000.</summary>
    public int Most { get; init; } = 100;
}
