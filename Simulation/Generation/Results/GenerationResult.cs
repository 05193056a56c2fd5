using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Simulation.Generation.Results;

/// <summary>What a day came to.</summary>
public sealed record GenerationResult
{
    /// <summary>The scenario.</summary>
    public required GenerationScenario Scenario { get; init; }

    /// <summary>The rule, as tables name it.</summary>
    public required string Policy { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The providers.</summary>
    public required IReadOnlyList<ProviderResult> Providers { get; init; }

    /// <summary>Accepted jobs by origin, provider and deadline class.</summary>
    public required JobMatrix Transfers { get; init; }

    /// <summary>Accepted jobs by provider, deadline class and number of steps, as indices.</summary>
    public required JobMatrix StepChoices { get; init; }

    /// <summary>Decisions taken.</summary>
    public required long Decisions { get; init; }

    /// <summary>Decisions that could not take effect and were replaced.</summary>
    public required long Replaced { get; init; }

    /// <summary>Offers that providers declined.</summary>
    public required long DeclinedOffers { get; init; }

    /// <summary>Events of the log.</summary>
    public required long Events { get; init; }

    /// <summary>SHA-256 of the event log.</summary>
    public required string Hash { get; init; }

    /// <summary>All jobs.</summary>
    public GenerationJobs Jobs => Providers.Aggregate(default(GenerationJobs), (sum, p) => sum + p.Jobs);

    /// <summary>All money.</summary>
    public GenerationMoney Money => Providers.Aggregate(default(GenerationMoney), (sum, p) => sum + p.Money);

    /// <summary>All energy.</summary>
    public EnergySlot Energy => Providers.Aggregate(default(EnergySlot), (sum, p) => sum + p.Energy);

    /// <summary>The system utility, USD.</summary>
    public double UtilityUsd => Money.UtilityUsd;

    /// <summary>Share of the jobs that were not answered in time.</summary>
    public double ViolationShare => Jobs.ViolationShare;
}
