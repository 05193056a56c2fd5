namespace ControlPlane.Simulation.Plans.Files;

/// <summary>An inference class of a plan's file at a site that serves any of it.</summary>
internal sealed record PlanDocumentRoute
{
    public required string Class { get; init; }

    public required string Site { get; init; }

    public required IReadOnlyList<double> Gpus { get; init; }
}
