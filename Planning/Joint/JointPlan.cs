namespace ControlPlane.Planning.Joint;

/// <summary>
/// The decisions of a joint plan, and nothing that follows from them: what they earn, emit and keep busy is worked out by <see cref="PlanReplay"/>, which trusts no solver.
/// </summary>
public sealed record JointPlan
{
    /// <summary>Where and when each job begins; null where it does not run.</summary>
    public required IReadOnlyList<JobStart?> Starts { get; init; }

    /// <summary>GPUs that serve each class at each site in each slot.</summary>
    public required IReadOnlyList<RoutePlan> Routes { get; init; }

    /// <summary>The energy of each site.</summary>
    public required IReadOnlyList<SitePlan> Sites { get; init; }
}
