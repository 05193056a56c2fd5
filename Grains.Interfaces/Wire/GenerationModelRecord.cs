namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A model of a service provider: only its owner sends it, and the provider gives nothing of it away.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Amplitude">Quality of very many steps above the floor.</param>
/// <param name="SteepnessPerStep">Steepness of the sigmoid, 1/step.</param>
/// <param name="MidpointSteps">Steps at half of the amplitude.</param>
/// <param name="Floor">Quality of no steps.</param>
/// <param name="SetupS">Time of an image besides its steps, s.</param>
/// <param name="StepS">Time of a step, s.</param>
/// <param name="SetupJ">Energy of an image besides its steps, J.</param>
/// <param name="StepJ">Energy of a step, J.</param>
/// <param name="ComputeBoundShare">Share of the step time that grows as the clock falls.</param>
[GenerateSerializer, Immutable, Alias("controlplane.generation-model")]
public sealed record GenerationModelRecord(
    [property: Id(0)] string Name,
    [property: Id(1)] double Amplitude,
    [property: Id(2)] double SteepnessPerStep,
    [property: Id(3)] double MidpointSteps,
    [property: Id(4)] double Floor,
    [property: Id(5)] double SetupS,
    [property: Id(6)] double StepS,
    [property: Id(7)] double SetupJ,
    [property: Id(8)] double StepJ,
    [property: Id(9)] double ComputeBoundShare);
