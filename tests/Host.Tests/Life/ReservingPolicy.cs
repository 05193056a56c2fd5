using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;

namespace ControlPlane.Host.Tests.Life;

/// <summary>
/// Sends a job to the second site while it has nothing reserved there, else to the first one, and reserves what it sent until a site to which nothing is on its way reports.
/// </summary>
internal sealed class ReservingPolicy : IPlacementPolicy, IStatusListener
{
    private readonly FleetView _view;
    private bool _isReserved;

    public ReservingPolicy(FleetView view)
    {
        _view = view;
        view.Subscribe(this);
    }

    public Placement Place(in Job job, FleetView view)
    {
        var placement = new Placement(_isReserved ? 0 : 1, new Allocation(1, 0));
        _isReserved = true;
        return placement;
    }

    public void StatusChanged(int site) => _isReserved &= site != 1 || _view.InTransit[site] > 0;

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => item.Wanted;

    public Explanation Explain(in Job job, FleetView view) => new("The second site, then the first.", "none", [], []);
}
