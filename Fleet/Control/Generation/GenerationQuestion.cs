using ControlPlane.Fleet.Generation;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What a decision about generation jobs is taken on.</summary>
/// <param name="Fleet">The providers.</param>
/// <param name="Cohort">The jobs.</param>
/// <param name="Slot">The open slot.</param>
/// <param name="HourOfDay">Hour of the day, UTC, [0, 24).</param>
/// <param name="Providers">What is known of each provider.</param>
public sealed record GenerationQuestion(GenerationFleet Fleet, GenerationCohort Cohort, int Slot, double HourOfDay, IReadOnlyList<AskedProvider> Providers);
