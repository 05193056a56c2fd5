namespace ControlPlane.Policies.Catalog;

/// <summary>A policy that the product ships.</summary>
/// <param name="Name">Name in scenario files, tables and on the command line.</param>
/// <param name="Title">Name in prose.</param>
/// <param name="Summary">What it does, one or two sentences.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Parameters">Its settings.</param>
/// <param name="Create">Makes an instance for one run.</param>
public sealed record PolicyDescriptor(
    string Name,
    string Title,
    string Summary,
    string Source,
    IReadOnlyList<PolicyParameter> Parameters,
    Func<PolicySettings, PolicyContext, IPlacementPolicy> Create)
    : RuleDescriptor(Name, Title, Summary, Source, Parameters)
{
    /// <summary>
    /// Why the workers of a live region cannot serve it, as the end of a sentence; null when they can. Workers are several, each with an instance of its own:
    /// none sees all decisions, and none sees a job end. Hence they serve policies that need not learn from completed jobs, need no total order of decisions
    /// and never take back a job that waits at a site. State that only spreads the decisions, such as the turn of round robin, is fine: each worker then goes
    /// round by itself. Workers draw from a random stream each, so that live decisions cannot be reproduced.
    /// </summary>
    public string? WorkerObstacle { get; init; }

    /// <summary>Whether it needs to know what energy costs and emits at each site.</summary>
    public bool NeedsRates { get; init; }

    /// <summary>Whether it learns while it runs, so that a simulated week takes minutes: it runs when it is named, not when all are asked for.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Whether the workers of a live region can serve it.</summary>
    public bool IsServedByWorkers => WorkerObstacle is null;
}
