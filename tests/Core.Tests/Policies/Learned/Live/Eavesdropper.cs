using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;

namespace ControlPlane.Core.Tests.Policies.Learned.Live;

/// <summary>A policy whose decisions somebody else is told of.</summary>
/// <param name="policy">Decides.</param>
/// <param name="listen">Is told.</param>
internal sealed class Eavesdropper(IPlacementPolicy policy, Eavesdropper.Listener listen) : IPlacementPolicy
{
    public delegate void Listener(in Job job, FleetView view, in Placement done);

    public Placement Place(in Job job, FleetView view)
    {
        var done = policy.Place(job, view);
        listen(job, view, done);
        return done;
    }

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => policy.Allocate(item, site);

    public Explanation Explain(in Job job, FleetView view) => policy.Explain(job, view);
}
