using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Published;

/// <summary>
/// UCB1 as published: the clock is an arm of a bandit at each site, rewarded with minus the energy per unit in joules (Lattimore and Szepesvári,
/// 2020; spec a.5). As published, arms are counted when a job completes, so an arm nobody has finished is played again; the selections of all
/// sites are counted together; the reward is not scaled.
/// </summary>
public sealed class Ucb1 : UniformRouting
{
    private readonly double[][] _rewards;
    private readonly long[][] _plays;
    private long _selections;

    /// <summary>Makes a bandit a site.</summary>
    /// <param name="context">What the policy is made with.</param>
    public Ucb1(PolicyContext context)
        : base(context)
    {
        _rewards = [.. Context.Model.Tables.Select(t => new double[t.Levels])];
        _plays = [.. Context.Model.Tables.Select(t => new long[t.Levels])];
    }

    /// <inheritdoc/>
    protected override string AllocationInWords =>
        "It gets as many GPUs as are free, at the clock with the greatest upper confidence bound on minus the energy per unit.";

    /// <inheritdoc/>
    public override Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        _selections++;
        return new Allocation(Math.Min(site.FreeGpus, Context.Model.Tables[site.Site].MaxGpus), Arm(site.Site));
    }

    /// <inheritdoc/>
    public override void Completed(in Run run, int site, double nowS)
    {
        _plays[site][run.Allocation.ClockLevel]++;
        _rewards[site][run.Allocation.ClockLevel] -= Context.Model.Tables[site].JoulesPerUnit(run.Allocation);
    }

    private int Arm(int site)
    {
        var plays = _plays[site];
        var untried = Array.FindIndex(plays, n => n < 1);
        if (untried >= 0)
            return untried;
        var best = 0;
        var bestBound = double.NegativeInfinity;
        for (var arm = 0; arm < plays.Length; arm++)
        {
            var bound = _rewards[site][arm] / plays[arm] + Math.Sqrt(2 * Math.Log(_selections) / plays[arm]);
            if (bound > bestBound)
                (best, bestBound) = (arm, bound);
        }

        return best;
    }
}
