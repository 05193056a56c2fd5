namespace ControlPlane.Planning.Joint;

/// <summary>
/// Carries a plan out on paper, without any solver or model: windows, eligibility, GPUs, latency, power balance, batteries, units and the carbon account are worked out afresh
/// from the decisions alone (compute-power-milp.md, section 1.9). No plan is shown or obeyed that was not replayed.
/// </summary>
public static class PlanReplay
{
    /// <summary>Replays a plan.</summary>
    /// <param name="instance">What it was made for.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="tolerance">What may be missing of a rule, MW, GPUs or MWh, and relative to limits above 1.</param>
    /// <exception cref="ArgumentException">The plan is not of this instance's shape.</exception>
    public static PlanAccount Run(JointInstance instance, JointPlan plan, double tolerance = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(plan);
        CheckShape(instance, plan);
        var faults = new ReplayFaults(tolerance);
        var compute = new ComputeReplay(instance, plan, faults);
        SiteReplay[] sites = [.. Enumerable.Range(0, instance.Sites.Count).Select(s => new SiteReplay(instance, plan, compute, s, faults))];
        var emissionsT = sites.Sum(site => site.EmissionsT.Sum());
        var overT = instance.Carbon.BudgetT is { } budgetT ? Math.Max(0, emissionsT - budgetT) : 0;
        return new PlanAccount
        {
            Money = compute.Money with
            {
                ExportUsd = sites.Sum(site => site.ExportUsd),
                ImportUsd = sites.Sum(site => site.ImportUsd),
                UnitsUsd = sites.Sum(site => site.UnitsUsd),
                WearUsd = sites.Sum(site => site.WearUsd),
                CurtailmentUsd = sites.Sum(site => site.CurtailmentUsd),
                EndUsd = sites.Sum(site => site.EndUsd),
                CarbonUsd = instance.Carbon.UsdPerT * emissionsT,
                CarbonSlackUsd = instance.Carbon.SlackUsdPerT * overT,
            },
            BenefitUsd = BySlot(instance, compute, sites),
            JobsRun = plan.Starts.Count(start => start is not null),
            JobsOffered = instance.Jobs.Count,
            DemandGpuH = compute.DemandGpuH,
            UnservedGpuH = compute.UnservedGpuH,
            EmissionsT = emissionsT,
            OverBudgetT = overT,
            CurtailedMwh = sites.Sum(site => site.CurtailedMwh),
            Sites = [.. sites.Select((site, s) => new SiteAccount(compute.TrainingGpus[s], compute.InferenceGpus[s], site.LoadMw, site.StoredMwh, site.EmissionsT))],
            Violations = faults.Found,
        };
    }

    private static double[] BySlot(JointInstance instance, ComputeReplay compute, SiteReplay[] sites)
    {
        var (benefit, emittedT, budgetT) = (new double[instance.Slots], 0.0, instance.Carbon.BudgetT ?? double.PositiveInfinity);
        for (var t = 0; t < benefit.Length; t++)
        {
            var slotT = sites.Sum(site => site.EmissionsT[t]);
            var overT = Math.Max(0, emittedT + slotT - budgetT) - Math.Max(0, emittedT - budgetT);
            emittedT += slotT;
            benefit[t] = compute.EarnedUsd[t] - sites.Sum(site => site.SpentUsd[t]) - instance.Carbon.UsdPerT * slotT - instance.Carbon.SlackUsdPerT * overT;
        }

        return benefit;
    }

    private static void CheckShape(JointInstance instance, JointPlan plan)
    {
        Match(plan.Starts.Count, instance.Jobs.Count, "starts");
        Match(plan.Routes.Count, instance.Classes.Count, "routes");
        Match(plan.Sites.Count, instance.Sites.Count, "sites");
        for (var s = 0; s < plan.Sites.Count; s++)
        {
            Match(plan.Sites[s].ImportMw.Count, instance.Slots, $"slots of {instance.Sites[s].Name}");
            Match(plan.Sites[s].UnitMw.Count, instance.Sites[s].Units.Count, $"units of {instance.Sites[s].Name}");
        }
    }

    private static void Match(int given, int wanted, string what)
    {
        if (given != wanted)
            throw new ArgumentException($"The plan has {given} {what}, the instance {wanted}.", nameof(given));
    }
}
