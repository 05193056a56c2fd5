namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A unit of a plan's file.</summary>
internal sealed record PlanDocumentUnit
{
    public required IReadOnlyList<double> Mw { get; init; }

    public required IReadOnlyList<bool> On { get; init; }
}
