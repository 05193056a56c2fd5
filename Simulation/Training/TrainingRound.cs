namespace ControlPlane.Simulation.Training;

/// <summary>How a round of training went.</summary>
/// <param name="Round">Its number, from 1.</param>
/// <param name="Decisions">Decisions seen so far.</param>
/// <param name="Updates">Updates made so far.</param>
/// <param name="Figures">The learner's own numbers, in the order of its names.</param>
/// <param name="HeldOut">What the model did in the held-out runs; null in rounds without a look.</param>
/// <param name="IsBest">Whether it is the best model so far.</param>
public sealed record TrainingRound(int Round, long Decisions, long Updates, IReadOnlyList<double> Figures, HeldOutResult? HeldOut, bool IsBest);
