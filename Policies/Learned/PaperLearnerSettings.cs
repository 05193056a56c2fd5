using ControlPlane.Fleet;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Policies.Learned;

/// <summary>What and how <see cref="PaperLearner"/> learns.</summary>
/// <param name="Sac">The networks and their rates.</param>
public sealed record PaperLearnerSettings(SacSettings Sac)
{
    /// <summary>The sites, for the cards of its models.</summary>
    public IReadOnlyList<string> Fleet { get; init; } = [];

    /// <summary>Mean service time to keep, s, &gt; 0.</summary>
    public double BudgetS { get; init; } = 1250;

    /// <summary>Time that all but a hundredth of the jobs have to keep, s, &gt; 0; infinite for none.</summary>
    public double TailS { get; init; } = double.PositiveInfinity;

    /// <summary>Jobs that may wait on average, &gt; 0.</summary>
    public double Queue { get; init; } = 1;

    /// <summary>Step of the multipliers, ≥ 0; 0 keeps them at 0.</summary>
    public double DualRate { get; init; } = 0.003;

    /// <summary>Whether actions that are not feasible are masked. Without it they are learned to be avoided: the shield's rule takes over, and a penalty is paid.</summary>
    public bool IsMasked { get; init; } = true;

    /// <summary>Transitions kept, ≥ 1.</summary>
    public int Capacity { get; init; } = 40_000;

    /// <summary>Transitions before the first update, ≥ 1.</summary>
    public int WarmUp { get; init; } = 2_000;

    /// <summary>Decisions for each update, ≥ 1.</summary>
    public int DecisionsPerUpdate { get; init; } = 8;

    /// <summary>Time over which the future loses 1/e of its weight, s, &gt; 0.</summary>
    public double HorizonS { get; init; } = 300;

    /// <summary>Settings for a fleet.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="seed">Seed of all randomness.</param>
    public static PaperLearnerSettings For(FleetModel fleet, long seed)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        var counts = fleet.Tables.Max(t => t.MaxGpus);
        var layout = new TransitionLayout(PaperState.Width(fleet), fleet.SiteCount * counts, PaperState.Costs);
        return new(new SacSettings(layout, new ActionSpace(fleet.SiteCount, counts))
        {
            Seed = seed,
            Quantiles = 32,
            NextValue = NextValue.Sampled,
            TargetEntropyShare = 0.1,
            Temperature = 0.05,
        })
        {
            Fleet = ModelCard.FleetOf(fleet),
        };
    }
}
