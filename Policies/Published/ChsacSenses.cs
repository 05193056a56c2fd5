using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Published;

/// <summary>
/// What the published agent sees and may choose (spec a.6): raw numbers, without the job, its ingress or the type of GPU. A count is masked by the most free GPUs
/// of any site, not of the chosen one.
/// </summary>
internal sealed class ChsacSenses(FleetView view, double targetS)
{
    private const int PerSite = 6;

    // Below this share of the target only one GPU may be chosen.
    private const double AmpleShare = 0.9;
    private readonly int _mostGpus = Widest(view);

    /// <summary>The p99 that the agent is to keep, and the service times that it is of.</summary>
    public ServiceTimes Times { get; } = new();

    public float[] State { get; } = new float[1 + PerSite * view.Model.SiteCount];

    /// <summary>Sites, then GPU counts.</summary>
    public bool[] Mask { get; } = new bool[view.Model.SiteCount + Widest(view)];

    /// <summary>Choices of each head: sites and GPU counts.</summary>
    public int[] Heads => [view.Model.SiteCount, _mostGpus];

    /// <summary>Whether some site has a free GPU for the job.</summary>
    public bool IsAnyFree => Mask.AsSpan(0, view.Model.SiteCount).Contains(value: true);

    /// <summary>Looks at the fleet.</summary>
    public void Look(in Job job, double nowS)
    {
        State[0] = (float)nowS;
        var mostFree = 0;
        foreach (ref readonly var status in view.Sites)
        {
            var place = 1 + PerSite * status.Site;
            (State[place], State[place + 1], State[place + 2]) = (status.UpGpus, status.BusyGpus, status.FreeGpus);
            // The clocks of jobs do not change that of the site; there are no inference jobs.
            (State[place + 3], State[place + 4], State[place + 5]) = ((float)view.Model.Sites[status.Site].DefaultClock, 0, status.Queued);
            Mask[status.Site] = Feasibility.CheckFree(job, status) == MaskReason.None;
            mostFree = Math.Max(mostFree, status.FreeGpus);
        }

        var most = Times.P99() < AmpleShare * targetS ? Math.Min(1, mostFree) : mostFree;
        for (var i = 0; i < _mostGpus; i++)
            Mask[view.Model.SiteCount + i] = i < most;
    }

    private static int Widest(FleetView view) => view.Model.Tables.Max(table => table.MaxGpus);
}
