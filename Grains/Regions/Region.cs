using ControlPlane.Fleet;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Regions;

/// <summary>What the grains of a silo share of a region.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Model">Its fleet.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="Lease">Terms of leases, in seconds of its clock.</param>
public sealed record Region(string Name, FleetModel Model, FleetClock Clock, LeaseTerms Lease)
{
    private PublicationRecord? _published;

    /// <summary>How long the agents of its sites may be silent, seconds of its clock; null where runs end by themselves.</summary>
    public double? AgentLeaseS { get; init; }

    /// <summary>The newest publication that this silo knows.</summary>
    public required PublicationRecord Published
    {
        get => Volatile.Read(ref _published)!;
        set => Volatile.Write(ref _published, value);
    }
}
