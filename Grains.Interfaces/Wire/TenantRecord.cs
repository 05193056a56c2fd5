namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job that a site has.</summary>
/// <param name="Job">Its number.</param>
/// <param name="Home">Index of its home.</param>
/// <param name="Token">Token of its assignment.</param>
/// <param name="IsRunning">Whether it runs; else it waits.</param>
[GenerateSerializer, Immutable, Alias("controlplane.tenant")]
public readonly record struct TenantRecord(
    [property: Id(0)] long Job,
    [property: Id(1)] int Home,
    [property: Id(2)] long Token,
    [property: Id(3)] bool IsRunning);
