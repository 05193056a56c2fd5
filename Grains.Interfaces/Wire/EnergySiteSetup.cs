namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What the energy manager of a site is made with.</summary>
/// <param name="Energy">The site.</param>
/// <param name="Dispatch">Its dispatcher.</param>
/// <param name="Battery">Key of the grain of its battery; empty without one.</param>
[GenerateSerializer, Immutable, Alias("controlplane.energy-site-setup")]
public sealed record EnergySiteSetup(
    [property: Id(0)] SiteEnergyRecord Energy,
    [property: Id(1)] string Dispatch,
    [property: Id(2)] string Battery);
