using ControlPlane.Simulation.Generation.Results;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>Days of generation as the report looks at them.</summary>
/// <param name="days">The scenario.</param>
/// <param name="policies">The rules with their days.</param>
internal sealed class GenerationStudyView(GenerationDays days, IReadOnlyList<GenerationPolicyDays> policies)
{
    private const string OracleName = "greedy";

    public GenerationDays Days => days;

    public IReadOnlyList<GenerationPolicyDays> Policies => policies;

    /// <summary>The rule with foresight of the slot; null when it did not run.</summary>
    public GenerationPolicyDays? Oracle { get; } = policies.FirstOrDefault(p => p.Policy.Name == OracleName);

    public bool HasOracle => Oracle is not null;

    /// <summary>The rule that figures of a single one show: the best beside the oracle.</summary>
    public GenerationPolicyDays Shown { get; } = policies.Where(p => p.Policy.Name != OracleName).DefaultIfEmpty(policies[0]).MaxBy(p => p.UtilityUsd.Mean)!;

    /// <summary>The day that figures of a single day show.</summary>
    public GenerationResult Day => Shown.Days[0];

    public bool HasIntervals => policies.Any(p => p.Days.Count > 1);

    public int Slot(GenerationPolicyDays policy) => policies.ToList().IndexOf(policy);

    public IReadOnlyList<string> Names => [.. days.Day.Providers.Select(p => p.Name)];
}
