using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Planned;

/// <summary>What the fleet plan of a placement policy wants of batteries, over the time of a run.</summary>
/// <param name="plan">The plan.</param>
/// <param name="hour">Hour of the plan at time 0.</param>
public sealed class BatteryPlan(FleetPlan plan, double hour)
{
    private const double HourS = 3600;

    /// <summary>The plan of a policy; null where it has none, or one that plans nothing.</summary>
    /// <param name="policy">The policy, its model read.</param>
    /// <exception cref="Learning.Checkpoints.CheckpointException">Its plan cannot be read.</exception>
    public static BatteryPlan? Of(PolicySpec policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy is not { Name: PlannedPolicies.Name, Model: { } model } || FleetPlan.Read(model.Bytes) is not { IsOpen: false } plan)
            return null;
        var settings = new PolicySettings(PolicyCatalog.Find(policy.Name)!, policy.Settings);
        return new BatteryPlan(plan, settings.Number(PlannedPolicies.Hour));
    }

    /// <summary>The battery's power at a site, kW: above 0 it charges; null where the plan does not hold.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="timeS">Time of the run, s.</param>
    public double? PowerKw(int site, double timeS)
    {
        var slot = plan.Terms.SlotAt(timeS + hour * HourS);
        return slot < 0 ? null : plan.Sites[site].BatteryKw[slot];
    }
}
