namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A service provider as it was built.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Model">Its model.</param>
/// <param name="Gpus">GPUs.</param>
/// <param name="Gpu">Their kind.</param>
/// <param name="Energy">The energy side of its site.</param>
/// <param name="IsFifo">Whether jobs queue singly; else as a fluid.</param>
/// <param name="MaxWaitS">It declines work for which jobs would wait longer, s.</param>
[GenerateSerializer, Immutable, Alias("controlplane.service-provider")]
public sealed record ServiceProviderRecord(
    [property: Id(0)] string Name,
    [property: Id(1)] GenerationModelRecord Model,
    [property: Id(2)] double Gpus,
    [property: Id(3)] GenerationGpuRecord Gpu,
    [property: Id(4)] SiteEnergyRecord Energy,
    [property: Id(5)] bool IsFifo,
    [property: Id(6)] double MaxWaitS);
