namespace ControlPlane.Fleet.Generation;

/// <summary>Work offered to a provider, its own or transferred.</summary>
/// <param name="Cohort">The jobs.</param>
/// <param name="Steps">Denoising steps of each image.</param>
/// <param name="TransferS">Time of one way, s; 0 for its own jobs.</param>
public readonly record struct TransferOffer(GenerationCohort Cohort, int Steps, double TransferS);
