using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>The site with the least energy per unit among those with enough free GPUs for the job; if none has, the least loaded one.</summary>
/// <param name="context">What the policy is made with.</param>
/// <param name="settings">Its settings.</param>
public sealed class LeastEnergy(PolicyContext context, PolicySettings settings) : RulePolicy(context, settings)
{
    /// <inheritdoc/>
    public override Explanation Explain(in Job job, FleetView view) =>
        new(
            "The site with the least energy per unit among those with enough free GPUs; if none has, the least loaded one.",
            "J per unit",
            Options(job, view, needsFreeGpu: true),
            []);

    /// <inheritdoc/>
    protected override double? Score(in Job job, FleetView view, int site)
    {
        ArgumentNullException.ThrowIfNull(view);
        return HasRoom(view, site) ? Joules(site) : null;
    }

    /// <inheritdoc/>
    protected override int Choose(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var best = -1;
        var idlest = -1;
        foreach (var site in FeasibleSites(job, view))
        {
            if (HasRoom(view, site) && (best < 0 || Joules(site) < Joules(best)))
                best = site;
            if (idlest < 0 || LoadOf(view, site) < LoadOf(view, idlest))
                idlest = site;
        }

        return best >= 0 ? best : idlest;
    }

    private double Joules(int site) => Context.Model.Tables[site].JoulesPerUnit(At(site));

    // GPUs that jobs on their way will take are not free.
    private bool HasRoom(FleetView view, int site) =>
        view.Sites[site].FreeGpus - view.InTransit[site] * Gpus >= Math.Min(Gpus, Context.Model.Tables[site].MaxGpus);
}
