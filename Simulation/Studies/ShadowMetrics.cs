using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Simulation.Studies;

/// <summary>How a shadow compares with the policy that decides, in the order of tables. Differences are the shadow's choice less the one that took effect.</summary>
public static class ShadowMetrics
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Of("shadow_decisions", "decisions", "", 0, "Decisions that the shadow took too.", t => t.Compared),
        Of("shadow_elsewhere_percent", "elsewhere", "%", 2, "Those of them at another site, or held by one of the two only.", t => 100.0 * t.OtherSite / t.Compared),
        Of("shadow_other_gpus_percent", "other GPUs", "%", 2, "Those at the same site with other GPUs or another clock.", t => 100.0 * t.OtherGpus / t.Compared),
        Of("shadow_failed", "failed", "", 0, "Decisions that it failed to take.", t => t.Failed),
        Of("shadow_regret", "regret", "score", 4, "Score of its choice less that of the one that took effect, as the deciding policy scores; least wins.", t => t.ScoreRegret / t.Scored),
        Of("shadow_energy_kj", "energy", "kJ/job", 2, "Predicted energy of its choice less that of the one that took effect.", t => t.EnergyJ / t.Forecast / 1000),
        Of("shadow_completion_s", "completion", "s/job", 2, "Predicted time to completion, likewise.", t => t.CompletionS / t.Forecast),
    ];

    private static Metric Of(string name, string title, string unit, int decimals, string summary, Func<ShadowTally, double> value) =>
        new(name, title, unit, decimals, Better: 0, summary, run => run.Shadow is { } shadow ? value(shadow.Tally) : double.NaN);
}
