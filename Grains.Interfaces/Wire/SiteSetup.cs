namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a data centre grain is opened with.</summary>
/// <param name="Index">Site index.</param>
/// <param name="Spec">What it is.</param>
/// <param name="Policy">Key of the policy grain that allocates its GPUs.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-setup")]
public sealed record SiteSetup(
    [property: Id(0)] int Index,
    [property: Id(1)] SiteSpecRecord Spec,
    [property: Id(2)] string Policy);
