namespace ControlPlane.Fleet.Generation;

/// <summary>One line of the event log of generation. The log of a scenario and seed is the same under every carrier.</summary>
/// <param name="TimeS">When, in seconds.</param>
/// <param name="Kind">What.</param>
/// <param name="Cohort">Which cohort; 0 for events of a provider.</param>
/// <param name="Origin">Index of the provider at which it was submitted, -1 if none.</param>
/// <param name="Provider">Index of the provider, -1 if none.</param>
/// <param name="Steps">Denoising steps, where the event has them.</param>
/// <param name="Value">As <see cref="GenerationEventKind"/> says; 0 if it says nothing.</param>
public readonly record struct GenerationEvent(
    double TimeS, GenerationEventKind Kind, long Cohort, int Origin, int Provider, int Steps = 0, double Value = 0);
