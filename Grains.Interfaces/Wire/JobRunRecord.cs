namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job at a site, as long as it is there.</summary>
/// <param name="Number">Number of the job.</param>
/// <param name="Gpus">Its GPUs; 0 while it waits, and then nothing else is said.</param>
/// <param name="ClockLevel">Their clock level.</param>
/// <param name="RemainingUnits">Work left when the run began, units.</param>
/// <param name="Attempts">How often the job was started, this run included.</param>
/// <param name="StartedS">When the run began, seconds.</param>
/// <param name="EnergyJ">Its energy so far, joules.</param>
[GenerateSerializer, Immutable, Alias("controlplane.job-run")]
public readonly record struct JobRunRecord(
    [property: Id(0)] long Number,
    [property: Id(1)] int Gpus,
    [property: Id(2)] int ClockLevel,
    [property: Id(3)] double RemainingUnits,
    [property: Id(4)] int Attempts,
    [property: Id(5)] double StartedS,
    [property: Id(6)] double EnergyJ);
