using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>Sends all jobs to the first site and has two options there, 1 GPU and 2 GPUs, as learned policies do.</summary>
/// <param name="gpus">GPUs that it chooses.</param>
internal sealed class SeveralOptions(int gpus) : IPlacementPolicy
{
    public Placement Place(in Job job, FleetView view) => new(0, new Allocation(gpus, 0));

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => item.Wanted;

    public Explanation Explain(in Job job, FleetView view) => new("To the first site.", "GPUs", [], []);

    public int Rank(in Job job, FleetView view, Span<RankedOption> best)
    {
        for (var n = 1; n <= 2; n++)
            best[n - 1] = new RankedOption(0, MaskReason.None, n, new Allocation(n, 0));
        return 2;
    }
}
