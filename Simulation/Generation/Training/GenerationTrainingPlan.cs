using ControlPlane.Simulation.Generation.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Generation.Training;

/// <summary>What a policy for generation jobs learns from: days drawn from the first part of a scenario's, measured on days of the last.</summary>
/// <param name="Days">The scenario.</param>
public sealed record GenerationTrainingPlan(GenerationDays Days)
{
    /// <summary>Days to learn from, ≥ 1.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>Share of the scenario's days from which is learned, (0, 1]; held-out runs take the others, or any where there are none.</summary>
    public double LearnedShare { get; init; } = 0.75;

    /// <summary>Days of a held-out look, ≥ 1.</summary>
    public int HeldOutDays { get; init; } = 2;

    /// <summary>Days to learn from between two looks, ≥ 1.</summary>
    public int RoundsPerLook { get; init; } = 1;

    /// <summary>Looks without a better model after which training ends early; 0 for never.</summary>
    public int Patience { get; init; }

    /// <summary>Seed of the days.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Where providers and sites live; does not change results.</summary>
    public IGenerationHost Host { get; init; } = DirectGenerationHost.Instance;

    /// <summary>The scenario's days from which is learned.</summary>
    public int LearnedDays => Math.Max(1, (int)(Days.Days * LearnedShare));

    /// <summary>The seed of a day that is learned from.</summary>
    /// <param name="round">Which.</param>
    public long LearnedSeed(int round) => Far(round) * Days.Days + (Seed * 7 + round * 5) % LearnedDays;

    /// <summary>The seed of a held-out day; the same in every training.</summary>
    /// <param name="day">Which.</param>
    public long HeldOutSeed(int day) => (long)(1_000 + day) * Days.Days + (LearnedDays < Days.Days ? LearnedDays + day % (Days.Days - LearnedDays) : day % Days.Days);

    // Beyond every seed that people ask for by hand.
    private long Far(int round) => 1_000_000 + Seed * 10_000 + round;
}
