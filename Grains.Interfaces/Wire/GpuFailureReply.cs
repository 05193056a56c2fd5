namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a failing GPU did.</summary>
/// <param name="Run">The run that it ended; null if it was free.</param>
/// <param name="Item">What is left of that job.</param>
/// <param name="Status">The site after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.gpu-failure-reply")]
public sealed record GpuFailureReply(
    [property: Id(0)] RunRecord? Run,
    [property: Id(1)] WorkRecord? Item,
    [property: Id(2)] SiteStatusRecord Status);
