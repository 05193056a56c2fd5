using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies;

/// <summary>The rule at the sites of policies that choose GPUs and clock with the site.</summary>
internal static class AsWanted
{
    /// <summary>What was asked for; where fewer GPUs are free now, those at their energy-optimal clock.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="item">The job that may start.</param>
    /// <param name="site">Its site, as it is now.</param>
    public static Allocation Allocate(FleetModel model, in WorkItem item, in SiteStatus site) =>
        item.Wanted.Gpus <= site.FreeGpus ? item.Wanted : model.Tables[site.Site].Efficient(site.FreeGpus);
}
