namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How many jobs an ingress has.</summary>
/// <param name="Held">Jobs held until a site may take them.</param>
/// <param name="InTransit">Jobs on their way to a site.</param>
[GenerateSerializer, Immutable, Alias("controlplane.ingress-counts")]
public readonly record struct IngressCounts(
    [property: Id(0)] int Held,
    [property: Id(1)] int InTransit);
