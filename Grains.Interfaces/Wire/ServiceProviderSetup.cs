namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a service provider is made with.</summary>
/// <param name="Provider">What it has.</param>
/// <param name="RevenueUsdPerImage">Revenue of an image at quality 1, USD.</param>
/// <param name="PenaltyUsdPerImage">Penalty of an image that is late, USD.</param>
/// <param name="SlotS">Length of a slot, s.</param>
/// <param name="PatienceS">The longest that any job waits, s.</param>
[GenerateSerializer, Immutable, Alias("controlplane.service-provider-setup")]
public sealed record ServiceProviderSetup(
    [property: Id(0)] ServiceProviderRecord Provider,
    [property: Id(1)] double RevenueUsdPerImage,
    [property: Id(2)] double PenaltyUsdPerImage,
    [property: Id(3)] double SlotS,
    [property: Id(4)] double PatienceS);
