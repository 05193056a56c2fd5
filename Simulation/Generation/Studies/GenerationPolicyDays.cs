using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Generation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Generation.Studies;

/// <summary>The days of one rule, one a seed.</summary>
/// <param name="Policy">The rule.</param>
/// <param name="Days">Its days, by seed.</param>
public sealed record GenerationPolicyDays(PolicySpec Policy, IReadOnlyList<GenerationResult> Days)
{
    /// <summary>System utility, USD a day.</summary>
    public Estimate UtilityUsd => Estimate(d => d.UtilityUsd);

    /// <summary>Share of the jobs that were not answered in time.</summary>
    public Estimate ViolationShare => Estimate(d => d.ViolationShare);

    /// <summary>Estimates any figure over the seeds.</summary>
    /// <param name="value">The figure of a day.</param>
    public Estimate Estimate(Func<GenerationResult, double> value) => Simulation.Studies.Estimate.Of(Days.Select(value));

    /// <summary>Estimates how much more this rule has of a figure than another on the same days.</summary>
    /// <param name="other">The other rule, with the same seeds.</param>
    /// <param name="value">The figure of a day.</param>
    public Estimate Above(GenerationPolicyDays other, Func<GenerationResult, double> value)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Simulation.Studies.Estimate.OfDifference(Days.Select(value), other.Days.Select(value));
    }
}
