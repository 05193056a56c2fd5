using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies;

/// <summary>Builds the option lists of explanations.</summary>
internal static class Scoring
{
    /// <summary>One option a site, unscored.</summary>
    public static IReadOnlyList<ScoredOption> Options(in Job job, FleetView view, bool needsFreeGpu, Func<int, Allocation> allocation) =>
        Options(job, view, needsFreeGpu, allocation, _ => null);

    /// <summary>One option a site, feasible ones first by score, then the masked ones.</summary>
    public static IReadOnlyList<ScoredOption> Options(
        in Job job, FleetView view, bool needsFreeGpu, Func<int, Allocation> allocation, Func<int, double?> score)
    {
        var options = new List<ScoredOption>(view.Sites.Length);
        foreach (var status in view.Sites)
        {
            var mask = needsFreeGpu ? Feasibility.CheckFree(job, status) : Feasibility.Check(job, status);
            options.Add(new ScoredOption(status.Site, allocation(status.Site), mask == MaskReason.None ? score(status.Site) : null, mask));
        }

        return [.. options.OrderBy(o => o.Mask != MaskReason.None).ThenBy(o => o.Score ?? double.PositiveInfinity).ThenBy(o => o.Site)];
    }
}
