using ControlPlane.Fleet.Decisions;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>The site with the least energy per unit among those with enough free GPUs for the job; if none has, the least loaded one.</summary>
/// <param name="context">What the policy is made with.</param>
/// <param name="settings">Its settings.</param>
public sealed class LeastEnergy(PolicyContext context, PolicySettings settings) : LeastCost(context, settings)
{
    /// <inheritdoc/>
    protected override string CostInWords => "energy";

    /// <inheritdoc/>
    protected override string CostUnit => "J";

    /// <inheritdoc/>
    protected override double CostPerUnit(FleetView view, int site) => Joules(site);
}
