using ControlPlane.Simulation.Training;

namespace ControlPlane.Simulation.Reports.Training;

/// <summary>How the training of one seed went.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Rounds">Its rounds, in order.</param>
public sealed record TrainingCurve(long Seed, IReadOnlyList<TrainingRound> Rounds)
{
    /// <summary>Processor time of all rounds, s; NaN where the system did not tell.</summary>
    public double ProcessorS { get; init; } = double.NaN;

    /// <summary>The last round; null when there was none.</summary>
    public TrainingRound? Last => Rounds.Count > 0 ? Rounds[^1] : null;

    /// <summary>The round that gave the best model; null when none did.</summary>
    public TrainingRound? Best => Rounds.LastOrDefault(r => r is { IsBest: true, HeldOut: not null });
}
