namespace ControlPlane.Planning.Joint.Generated;

/// <summary>What instance to generate. The default is the size that the paper reports: 3 sites, 24 hours, 6 jobs and 3 classes.</summary>
public sealed record GeneratorSettings
{
    /// <summary>Sites, in [1, 100].</summary>
    public int Sites { get; init; } = 3;

    /// <summary>Length of the horizon, h, in [1, 168].</summary>
    public int Hours { get; init; } = 24;

    /// <summary>Slots in an hour, one of 1, 2, 4 and 12. Sites and hourly series do not change with it.</summary>
    public int SlotsPerHour { get; init; } = 1;

    /// <summary>Training jobs, in [0, 10 000].</summary>
    public int Jobs { get; init; } = 6;

    /// <summary>Inference classes, in [0, 1 000].</summary>
    public int Classes { get; init; } = 3;

    /// <summary>Seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>More work than there is room for, and less slack: target loads 0.95 + 0.45 in place of 0.55 + 0.30.</summary>
    public bool IsTight { get; init; }

    /// <summary>How much sun and wind there is.</summary>
    public RenewableMix Renewables { get; init; } = RenewableMix.Mixed;

    /// <summary>Factor on the value of jobs and inference, > 0: with little of it, energy counts.</summary>
    public double ValueFactor { get; init; } = 1;

    /// <summary>What a tonne costs, USD, ≥ 0.</summary>
    public double CarbonUsdPerT { get; init; } = 50;

    /// <summary>The carbon budget, tCO2; null for none.</summary>
    public double? CarbonBudgetT { get; init; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Complain() =>
        Sites is < 1 or > 100 ? $"sites: {Sites} must lie in [1, 100]"
        : Hours is < 1 or > 168 ? $"hours: {Hours} must lie in [1, 168]"
        : SlotsPerHour is not (1 or 2 or 4 or 12) ? $"slots per hour: {SlotsPerHour} must be 1, 2, 4 or 12"
        : Jobs is < 0 or > 10_000 ? $"jobs: {Jobs} must lie in [0, 10000]"
        : Classes is < 0 or > 1_000 ? $"classes: {Classes} must lie in [0, 1000]"
        : !(ValueFactor is > 0 and <= 1e6) ? $"value factor: {ValueFactor} must lie in (0, 1e6]"
        : null;
}
