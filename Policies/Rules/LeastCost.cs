using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>The site where a unit of work costs least among those with enough free GPUs for the job; if none has, the least loaded one. What counts as cost a rule says.</summary>
/// <param name="context">What the policy is made with.</param>
/// <param name="settings">Its settings.</param>
public abstract class LeastCost(PolicyContext context, PolicySettings settings) : RulePolicy(context, settings)
{
    /// <summary>What counts as cost, in words.</summary>
    protected abstract string CostInWords { get; }

    /// <summary>Its unit.</summary>
    protected abstract string CostUnit { get; }

    /// <inheritdoc/>
    public override Explanation Explain(in Job job, FleetView view) =>
        new(
            $"The site with the least {CostInWords} per unit among those with enough free GPUs; if none has, the least loaded one.",
            $"{CostUnit} per unit",
            Options(job, view, needsFreeGpu: true),
            []);

    /// <summary>What a unit of work costs at a site now.</summary>
    /// <param name="view">What is known of the fleet.</param>
    /// <param name="site">Site index.</param>
    protected abstract double CostPerUnit(FleetView view, int site);

    /// <summary>Energy of a unit of work at a site, J.</summary>
    /// <param name="site">Site index.</param>
    protected double Joules(int site) => Context.Model.Tables[site].JoulesPerUnit(At(site));

    /// <inheritdoc/>
    protected override double? Score(in Job job, FleetView view, int site)
    {
        ArgumentNullException.ThrowIfNull(view);
        return HasRoom(view, site) ? CostPerUnit(view, site) : null;
    }

    /// <inheritdoc/>
    protected override int Choose(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var best = -1;
        var bestCost = double.PositiveInfinity;
        var idlest = -1;
        foreach (var site in FeasibleSites(job, view))
        {
            if (HasRoom(view, site) && CostPerUnit(view, site) is var cost && cost < bestCost)
                (best, bestCost) = (site, cost);
            if (idlest < 0 || LoadOf(view, site) < LoadOf(view, idlest))
                idlest = site;
        }

        return best >= 0 ? best : idlest;
    }

    // GPUs that jobs on their way will take are not free.
    private bool HasRoom(FleetView view, int site) =>
        view.Sites[site].FreeGpus - view.InTransit[site] * Gpus >= Math.Min(Gpus, Context.Model.Tables[site].MaxGpus);
}
