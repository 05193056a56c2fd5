using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A plan and its file.</summary>
internal static class PlanMapping
{
    public static PlanDocument ToDocument(JointInstance instance, JointResult result)
    {
        var (plan, account) = result is { Plan: { } p, Account: { } a } ? (p, a) : throw new ArgumentException("There is no plan to write.", nameof(result));
        return new PlanDocument
        {
            Instance = instance.Name,
            Variant = VariantNames.Of(result.Variant),
            Solver = result.Solver,
            TimeS = result.Time.TotalSeconds,
            Message = result.Message,
            BenefitUsd = account.Money.BenefitUsd,
            BoundUsd = result.BoundUsd,
            GapUsd = result.GapUsd,
            EnergyBillUsd = account.Money.EnergyBillUsd,
            JobsRun = account.JobsRun,
            JobsOffered = account.JobsOffered,
            DemandGpuH = account.DemandGpuH,
            UnservedGpuH = account.UnservedGpuH,
            EmissionsT = account.EmissionsT,
            OverBudgetT = account.OverBudgetT,
            CurtailedMwh = account.CurtailedMwh,
            CarbonUsdPerT = result.Prices?.CarbonUsdPerT ?? double.NaN,
            Money = account.Money,
            Jobs = [.. plan.Starts.Select((start, j) => new PlanDocumentJob { Job = instance.Jobs[j].Name, Site = start is { } s ? instance.Sites[s.Site].Name : null, StartSlot = start?.Slot })],
            Routes = [.. Routes(instance, plan)],
            Sites = [.. plan.Sites.Select((site, s) => Site(instance.Sites[s].Name, site, account.Sites[s], result.Prices, s))],
            Stages = [.. result.Stages.Select(s => new PlanDocumentStage
            {
                Stage = s.Name, Columns = s.Columns, Integers = s.Integers, TimeS = s.Time.TotalSeconds, BenefitUsd = s.BenefitUsd, Outcome = s.Outcome,
            })],
            BrokenRules = [.. account.Violations.Select(v => v.ToString())],
        };
    }

    public static JointPlan ToPlan(JointInstance instance, PlanDocument document, Func<string, string, Exception> complain)
    {
        var gaps = document.Jobs.Any(j => j is null) || document.Routes.Any(r => r is null) || document.Sites.Any(s => s is null || s.Units.Any(u => u is null));
        if (gaps)
            throw complain("", "jobs, routes, sites and units must not be null");
        var reader = new PlanReader(instance, complain);
        return new JointPlan { Starts = reader.Starts(document.Jobs), Routes = reader.Routes(document.Routes), Sites = reader.Sites(document.Sites) };
    }

    private static IEnumerable<PlanDocumentRoute> Routes(JointInstance instance, JointPlan plan)
    {
        for (var k = 0; k < plan.Routes.Count; k++)
        {
            for (var s = 0; s < instance.Sites.Count; s++)
            {
                double[] gpus = [.. plan.Routes[k].At(s)];
                if (gpus.Any(x => x != 0))
                    yield return new PlanDocumentRoute { Class = instance.Classes[k].Name, Site = instance.Sites[s].Name, Gpus = gpus };
            }
        }
    }

    private static PlanDocumentSite Site(string name, SitePlan plan, SiteAccount account, PlanPrices? prices, int index) => new()
    {
        Site = name,
        ImportMw = plan.ImportMw,
        ExportMw = plan.ExportMw,
        RenewableMw = plan.RenewableMw,
        ChargeMw = plan.ChargeMw,
        DischargeMw = plan.DischargeMw,
        Units = [.. plan.UnitMw.Select((mw, g) => new PlanDocumentUnit { Mw = mw, On = plan.UnitOn[g] })],
        TrainingGpus = account.TrainingGpus,
        InferenceGpus = account.InferenceGpus,
        LoadMw = account.LoadMw,
        StoredMwh = account.StoredMwh,
        EmissionsT = account.EmissionsT,
        EnergyUsdPerMwh = prices?.EnergyUsdPerMwh[index],
        GpuUsdPerH = prices?.GpuUsdPerH[index],
    };
}
