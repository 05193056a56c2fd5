namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What a learner is made for, besides its settings.</summary>
/// <param name="Shape">The setting that it is to learn in.</param>
/// <param name="DecisionsOfDay">Decisions of a usual day, ≥ 1.</param>
/// <param name="Seed">Seed of all its randomness.</param>
public sealed record SchedulingLearnerSetup(SchedulingShape Shape, long DecisionsOfDay, long Seed)
{
    /// <summary>Makes its reward shaper, if it has one; null for one in memory.</summary>
    public RewardShaperFactory? Shapers { get; init; }
}
