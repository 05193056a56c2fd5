namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A solve of a plan's file.</summary>
internal sealed record PlanDocumentStage
{
    public required string Stage { get; init; }

    public int Columns { get; init; }

    public int Integers { get; init; }

    public double TimeS { get; init; }

    public double BenefitUsd { get; init; } = double.NaN;

    public string Outcome { get; init; } = "";
}
