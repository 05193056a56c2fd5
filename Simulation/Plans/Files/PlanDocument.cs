using ControlPlane.Planning.Joint;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A plan as its file has it. Decisions are read back; what follows from them is for readers, and worked out again.</summary>
internal sealed record PlanDocument
{
    public required string Instance { get; init; }

    public required string Variant { get; init; }

    public required string Solver { get; init; }

    public double TimeS { get; init; }

    public string? Message { get; init; }

    public required double BenefitUsd { get; init; }

    public double BoundUsd { get; init; } = double.PositiveInfinity;

    public double GapUsd { get; init; } = double.PositiveInfinity;

    public double EnergyBillUsd { get; init; }

    public int JobsRun { get; init; }

    public int JobsOffered { get; init; }

    public double DemandGpuH { get; init; }

    public double UnservedGpuH { get; init; }

    public double EmissionsT { get; init; }

    public double OverBudgetT { get; init; }

    public double CurtailedMwh { get; init; }

    public double CarbonUsdPerT { get; init; } = double.NaN;

    public PlanMoney? Money { get; init; }

    public required IReadOnlyList<PlanDocumentJob> Jobs { get; init; }

    public required IReadOnlyList<PlanDocumentRoute> Routes { get; init; }

    public required IReadOnlyList<PlanDocumentSite> Sites { get; init; }

    public IReadOnlyList<PlanDocumentStage> Stages { get; init; } = [];

    public IReadOnlyList<string> BrokenRules { get; init; } = [];
}
