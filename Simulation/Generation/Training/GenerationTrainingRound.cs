namespace ControlPlane.Simulation.Generation.Training;

/// <summary>A day of training.</summary>
/// <param name="Round">Number, from 1.</param>
/// <param name="Decisions">Decisions seen so far.</param>
/// <param name="Updates">Updates made so far.</param>
/// <param name="UtilityUsd">Utility of the day under the policy that learns and explores, USD.</param>
/// <param name="ViolationShare">Share of its jobs that were not answered in time.</param>
/// <param name="Figures">The learner's numbers.</param>
/// <param name="HeldOut">How the model did on held-out days; null where there was no look.</param>
/// <param name="IsBest">Whether it is the best so far.</param>
public sealed record GenerationTrainingRound(
    int Round,
    long Decisions,
    long Updates,
    double UtilityUsd,
    double ViolationShare,
    IReadOnlyList<double> Figures,
    GenerationHeldOut? HeldOut,
    bool IsBest);
