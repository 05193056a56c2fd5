namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a job gets at a site.</summary>
/// <param name="Gpus">GPU count; 0 lets the job wait on.</param>
/// <param name="ClockLevel">Index into the site's ascending clock levels.</param>
[GenerateSerializer, Immutable, Alias("controlplane.allocation")]
public readonly record struct AllocationRecord(
    [property: Id(0)] int Gpus,
    [property: Id(1)] int ClockLevel);
