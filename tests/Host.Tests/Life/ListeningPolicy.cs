using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;

namespace ControlPlane.Host.Tests.Life;

/// <summary>Sends every job to the second site and passes on when runs ended.</summary>
/// <param name="heard">Hears of the end of each run.</param>
internal sealed class ListeningPolicy(Action<double> heard) : IPlacementPolicy
{
    public Placement Place(in Job job, FleetView view) => new(1, new Allocation(1, 0));

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => item.Wanted;

    public void Completed(in Run run, int site, double nowS) => heard(nowS);

    public Explanation Explain(in Job job, FleetView view) => new("The second site.", "none", [], []);
}
