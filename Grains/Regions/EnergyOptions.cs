using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Policies.Dispatch.Live;

namespace ControlPlane.Grains.Regions;

/// <summary>How the sites of a region count their energy and tell their batteries what to do. Every silo that may host them needs the same.</summary>
public sealed class EnergyOptions
{
    /// <summary>How they count.</summary>
    public EnergyDeskSettings Desk { get; set; } = new();

    /// <summary>How they decide. Without anything else prices and weather are not known.</summary>
    public DispatchSettings Dispatch { get; set; } = new();
}
