using ControlPlane.Fleet;
using ControlPlane.Learning.Pricing;

namespace ControlPlane.Policies.Learned;

/// <summary>What and how <see cref="PricedLearner"/> learns.</summary>
/// <param name="Critic">The networks and their rates.</param>
public sealed record PricedLearnerSettings(PricedSettings Critic)
{
    /// <summary>Settings for a fleet.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="seed">Seed of all randomness.</param>
    public static PricedLearnerSettings For(FleetModel fleet, long seed)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        return new(new PricedSettings(fleet.SiteCount, SiteFeatures.Count, fleet.Tables.Max(t => t.MaxGpus)) { Seed = seed }) { Fleet = ModelCard.FleetOf(fleet) };
    }

    /// <summary>The sites, for the cards of its models.</summary>
    public IReadOnlyList<string> Fleet { get; init; } = [];

    /// <summary>Range from which every world draws its price of time, on a logarithmic scale: what a job's time costs on one GPU over what its energy does.</summary>
    public (double Least, double Most) TimePrices { get; init; } = (0.04, 9);

    /// <summary>Temperature that actions are drawn at while learning, &gt; 0: above that of the critic, so that prices can be told from the value of the state.</summary>
    public double Exploration { get; init; } = 0.15;

    /// <summary>Transitions kept, ≥ 1.</summary>
    public int Capacity { get; init; } = 40_000;

    /// <summary>Transitions before the first update, ≥ 1.</summary>
    public int WarmUp { get; init; } = 2_000;

    /// <summary>Decisions for each update, ≥ 1.</summary>
    public int DecisionsPerUpdate { get; init; } = 8;

    /// <summary>Decisions that a transition spans, ≥ 1.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>Time over which the future loses 1/e of its weight, s, &gt; 0.</summary>
    public double HorizonS { get; init; } = 3600;

    /// <summary>Decisions over which the mean cost is taken off the costs, ≥ 1: what is left is what a state is better or worse than usual.</summary>
    public double CentringDecisions { get; init; } = 2000;

    /// <summary>Whether the prices of the frontier LP are among the features.</summary>
    public bool UsesPlan { get; init; }
}
