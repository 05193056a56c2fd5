using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Grains.Decisions;

/// <summary>How fresh the snapshots of policy workers are kept, and the limits of the shield around the policies of a region.</summary>
public sealed class PolicyGrainOptions
{
    /// <summary>Time from one look at the fleet board to the next, &gt; 0.</summary>
    public TimeSpan BoardEvery { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Time from one question to the coordinator to the next, &gt; 0.</summary>
    public TimeSpan CoordinatorEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Decides where a policy's own decision cannot take effect.</summary>
    public PolicySpec Fallback { get; set; } = ShieldedPolicy.DefaultFallback;

    /// <summary>The policies that there are; the same in all silos of a region.</summary>
    public IReadOnlyList<PolicyDescriptor> Catalog { get; set; } = PolicyCatalog.All;

    /// <summary>How much a worker puts up with from a shadow. Its view always counts what it has sent.</summary>
    public ShadowLimits Shadow { get; set; } = new();

    /// <summary>The longest a decision may take, &gt; 0; null = as long as it likes. Far above what a decision takes: it must not trip over a busy machine.</summary>
    public TimeSpan? DecisionBudget { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The greatest age of the report of a site that a policy chooses; null = any.</summary>
    public TimeSpan? MostReportAge { get; set; }

    /// <summary>The longest time since the coordinator was last reached; null = any.</summary>
    public TimeSpan? MostPublicationAge { get; set; }

    /// <summary>The limits as the shield takes them.</summary>
    /// <param name="time">Measures decisions.</param>
    internal ShieldOptions Limits(TimeProvider time) => new()
    {
        Clock = new MonotonicClock(time),
        BudgetS = Seconds(DecisionBudget),
        MostReportAgeS = Seconds(MostReportAge),
        MostSnapshotAgeS = Seconds(MostPublicationAge),
    };

    private static double Seconds(TimeSpan? time) => time?.TotalSeconds ?? double.PositiveInfinity;
}
