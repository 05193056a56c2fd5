using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies.Shield;

/// <summary>
/// Decides in place of a policy: never throws and is always feasible. Where the configured rule fails too, a job is held, or starts with the least that a
/// job can have. The rule is made when it is needed first, because rules that follow the view cost time with every report.
/// </summary>
/// <param name="model">The fleet.</param>
/// <param name="checks">The limits.</param>
/// <param name="make">Makes the rule.</param>
internal sealed class FallbackRule(FleetModel model, ShieldChecks checks, Func<IPlacementPolicy> make)
{
    private IPlacementPolicy? _rule;

    public Placement Place(in Job job, FleetView view, out Refusal failure)
    {
        try
        {
            var placement = Rule().Place(job, view);
            failure = checks.Check(job, view, placement);
            return failure.IsNone ? Definite(placement) : Placement.Hold;
        }
        catch (Exception error)
        {
            failure = Refusal.Of(error);
            return Placement.Hold;
        }
    }

    public Allocation Allocate(in WorkItem item, in SiteStatus site, out Refusal failure)
    {
        try
        {
            var allocation = Rule().Allocate(item, site);
            failure = checks.Check(site, allocation);
            return failure.IsNone && allocation.Gpus > 0 ? allocation : Least(site);
        }
        catch (Exception error)
        {
            failure = Refusal.Of(error);
            return Least(site);
        }
    }

    /// <summary>Passes feedback on, if the rule was ever needed.</summary>
    public void Completed(in Run run, int site, double nowS) => _rule?.Completed(run, site, nowS);

    private IPlacementPolicy Rule() => _rule ??= make();

    // The policy, back in charge when the job starts, may take what was wanted at its word: it must not read "no GPUs".
    private Placement Definite(in Placement placement) =>
        placement.IsHold || placement.Wanted.Gpus > 0 ? placement : placement with { Wanted = model.Tables[placement.Site].Efficient(1) };

    private Allocation Least(in SiteStatus site) => site.FreeGpus > 0 ? model.Tables[site.Site].Efficient(1) : default;
}
