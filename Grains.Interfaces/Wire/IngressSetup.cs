namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What an ingress grain is opened with.</summary>
/// <param name="Index">Ingress index.</param>
/// <param name="Fleet">The fleet.</param>
/// <param name="Policy">Key of the policy grain that places its jobs.</param>
[GenerateSerializer, Immutable, Alias("controlplane.ingress-setup")]
public sealed record IngressSetup(
    [property: Id(0)] int Index,
    [property: Id(1)] FleetRecord Fleet,
    [property: Id(2)] string Policy);
