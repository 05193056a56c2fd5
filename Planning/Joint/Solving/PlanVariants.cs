using ControlPlane.Planning.Joint.Programs;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>Plans that leave something out, each replayed and judged as the joint plan is (compute-power-milp.md, section 1.6).</summary>
public static class PlanVariants
{
    /// <summary>Makes a plan of a kind.</summary>
    /// <param name="planner">What plans.</param>
    /// <param name="instance">What is planned for.</param>
    /// <param name="variant">What is left out.</param>
    /// <param name="progress">Told now and then how far it has come.</param>
    /// <param name="cancellationToken">Ends planning soon.</param>
    public static async Task<JointResult> PlanAsync(
        this JointPlanner planner, JointInstance instance, PlanVariant variant, IProgress<PlanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(planner);
        ArgumentNullException.ThrowIfNull(instance);
        instance.Check();
        if (variant == PlanVariant.Joint)
            return await planner.PlanAsync(instance, progress, cancellationToken).ConfigureAwait(false);
        var settings = variant == PlanVariant.EnergyOnly ? FirstCome(instance) : new JointSettings();
        var result = await planner.PlanAsync(Without(instance, variant), settings, progress, cancellationToken).ConfigureAwait(false);
        if (result.Plan is not { } own)
            return result with { Variant = variant };
        var plan = variant == PlanVariant.ComputeOnly ? Unplanned.SunThenGrid(instance, own) : own;
        return result with { Variant = variant, Plan = plan, Account = PlanReplay.Run(instance, plan), BoundUsd = double.PositiveInfinity };
    }

    private static JointInstance Without(JointInstance instance, PlanVariant variant) => variant switch
    {
        PlanVariant.NoBattery => instance with { Sites = [.. instance.Sites.Select(site => site with { Storage = null })] },
        PlanVariant.NoRouting => instance with { Classes = [.. instance.Classes.Select(AtOrigin)] },
        PlanVariant.NoCarbon => instance with { Carbon = new CarbonTerms() },
        PlanVariant.ComputeOnly => instance with { Sites = [.. instance.Sites.Select(Flat)], Carbon = new CarbonTerms() },
        _ => instance,
    };

    private static InferenceClass AtOrigin(InferenceClass k) =>
        k with { LatencyMs = [.. k.LatencyMs.Select((ms, s) => s == k.Origin ? Math.Min(ms, k.LatencyLimitMs) : double.PositiveInfinity)] };

    private static JointSite Flat(JointSite site) => site with
    {
        ImportUsdPerMwh = [.. site.ImportUsdPerMwh.Select(_ => site.ImportUsdPerMwh.Average())],
        RenewableMw = [.. site.RenewableMw.Select(_ => 0.0)],
        ExportMw = 0,
        Units = [.. site.Units.Select(unit => unit with { MinMw = 0, MaxMw = 0, InitialMw = 0, InitiallyOn = false, NoLoadUsdPerH = 0, StartUsd = 0 })],
        Storage = null,
    };

    private static JointSettings FirstCome(JointInstance instance)
    {
        var work = Unplanned.FirstCome(instance);
        return new JointSettings { Choices = [.. work.Starts.Select(JobChoices.Only)], Routes = work.Routes };
    }
}
