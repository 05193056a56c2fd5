using System.Runtime.CompilerServices;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies.Shield;

/// <summary>The limits that every decision must keep, whoever takes it.</summary>
public static class ShieldChecks
{
    private const int Hold = -1;

    /// <summary>
    /// Checks a placement: an accepting site that the job may use, at most as many GPUs as one job may have there and a clock level that exists. More GPUs
    /// than are free are no fault, the rule at the site sees to that when the job starts; no GPUs leave the allocation to that rule.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="placement">The placement; to hold the job is always allowed.</param>
    public static Refusal Check(in Job job, FleetView view, in Placement placement)
    {
        ArgumentNullException.ThrowIfNull(view);
        var sites = view.Sites;
        if ((uint)placement.Site >= (uint)sites.Length)
            return placement.Site == Hold ? default : NoSuchSite(placement.Site, sites.Length);
        var mask = Feasibility.Check(job, sites[placement.Site]);
        if (mask != MaskReason.None)
            return new Refusal(ShieldReason.InfeasibleSite, mask);
        var table = view.Model.Tables[placement.Site];
        return Fits(table, placement.Wanted, table.MaxGpus) ? default : DoesNotFit(table, placement.Wanted, table.MaxGpus);
    }

    /// <summary>Checks an allocation: GPUs that are free, no more than one job may have, and a clock level that exists.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="site">The site's own, fresh status.</param>
    /// <param name="allocation">The allocation; no GPUs let the job wait, which is always allowed.</param>
    public static Refusal Check(FleetModel model, in SiteStatus site, in Allocation allocation)
    {
        ArgumentNullException.ThrowIfNull(model);
        var table = model.Tables[site.Site];
        var most = Math.Min(site.FreeGpus, table.MaxGpus);
        return allocation.Gpus == 0 || Fits(table, allocation, most) ? default : DoesNotFit(table, allocation, most);
    }

    private static bool Fits(OperatingTable table, in Allocation allocation, int mostGpus) =>
        allocation.Gpus >= 0 && allocation.Gpus <= mostGpus && (uint)allocation.ClockLevel < (uint)table.Levels;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Refusal NoSuchSite(int site, int count) =>
        new(ShieldReason.InfeasibleSite, Detail: $"there is no site {site}, only 0 to {count - 1}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Refusal DoesNotFit(OperatingTable table, in Allocation allocation, int mostGpus) =>
        new(
            ShieldReason.InfeasibleAllocation,
            Detail: $"{allocation.Gpus} GPUs at clock level {allocation.ClockLevel} is outside 0 to {mostGpus} GPUs and levels 0 to {table.Levels - 1}");
}
