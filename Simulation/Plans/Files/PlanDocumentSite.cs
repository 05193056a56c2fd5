namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A site of a plan's file: its decisions, and what follows from them.</summary>
internal sealed record PlanDocumentSite
{
    public required string Site { get; init; }

    public required IReadOnlyList<double> ImportMw { get; init; }

    public required IReadOnlyList<double> ExportMw { get; init; }

    public required IReadOnlyList<double> RenewableMw { get; init; }

    public required IReadOnlyList<double> ChargeMw { get; init; }

    public required IReadOnlyList<double> DischargeMw { get; init; }

    public IReadOnlyList<PlanDocumentUnit> Units { get; init; } = [];

    public IReadOnlyList<double>? TrainingGpus { get; init; }

    public IReadOnlyList<double>? InferenceGpus { get; init; }

    public IReadOnlyList<double>? LoadMw { get; init; }

    public IReadOnlyList<double>? StoredMwh { get; init; }

    public IReadOnlyList<double>? EmissionsT { get; init; }

    public IReadOnlyList<double>? EnergyUsdPerMwh { get; init; }

    public IReadOnlyList<double>? GpuUsdPerH { get; init; }
}
