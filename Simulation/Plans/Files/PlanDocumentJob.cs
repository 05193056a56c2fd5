namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A job of a plan's file.</summary>
internal sealed record PlanDocumentJob
{
    public required string Job { get; init; }

    /// <summary>Where it runs; null where it does not.</summary>
    public string? Site { get; init; }

    public int? StartSlot { get; init; }
}
