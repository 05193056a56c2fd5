namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Work that a provider may take.</summary>
/// <param name="Cohort">The jobs.</param>
/// <param name="Steps">Denoising steps of each image.</param>
/// <param name="TransferS">Time of one way, s.</param>
[GenerateSerializer, Immutable, Alias("controlplane.transfer-offer")]
public sealed record TransferOfferRecord(
    [property: Id(0)] GenerationCohortRecord Cohort,
    [property: Id(1)] int Steps,
    [property: Id(2)] double TransferS);
