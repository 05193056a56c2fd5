using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Asks a provider what it would do for a cohort.</summary>
/// <param name="Cohort">The jobs.</param>
/// <param name="Steps">Numbers of denoising steps.</param>
/// <param name="TransferS">Time of one way, s.</param>
/// <param name="Conditions">What the world offers its site.</param>
[GenerateSerializer, Immutable, Alias("controlplane.quote-request")]
public sealed record QuoteRequest(
    [property: Id(0)] GenerationCohortRecord Cohort,
    [property: Id(1)] ImmutableArray<int> Steps,
    [property: Id(2)] double TransferS,
    [property: Id(3)] ConditionsRecord Conditions);
