using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Fluid;

/// <summary>Explains a decision of the fluid policy: the plan's options by credit, then every other site, with the plan's prices.</summary>
internal static class FluidExplanation
{
    private const string Rule =
        "The option of the frontier plan with the most credit and enough free GPUs; if none has room, the free operating point "
        + "that costs least at the plan's prices.";

    public static Explanation Of(
        in Job job, FleetView view, FluidPlan? plan, Credits credit, Func<FleetView, int, int> room, LoadEstimator load, MeasuredTables tables)
    {
        if (plan is null)
            return new Explanation(Rule, "minus credit, units", Scoring.Options(job, view, needsFreeGpu: true, _ => default), []);
        var options = new List<ScoredOption>();
        for (var k = 0; k < plan.Options.Count; k++)
        {
            var option = plan.Options[k];
            var mask = Feasibility.CheckFree(job, view.Sites[option.Site]);
            if (mask == MaskReason.None && room(view, option.Site) < option.Allocation.Gpus)
                mask = MaskReason.NoFreeGpu;
            options.Add(new ScoredOption(option.Site, option.Allocation, mask == MaskReason.None ? -credit[k] - option.Share * job.SizeUnits : null, mask));
        }

        var unplanned = Scoring.Options(job, view, needsFreeGpu: true, site => view.Model.Tables[site].Efficient(1))
            .Where(o => plan.Options.All(p => p.Site != o.Site));
        options.Sort((x, y) => (x.Score ?? double.PositiveInfinity).CompareTo(y.Score ?? double.PositiveInfinity));
        return new Explanation(Rule, "minus credit, units", [.. options, .. unplanned], [.. Notes(view, plan, load), .. tables.Notes(view.NowS)]);
    }

    private static List<KeyValuePair<string, string>> Notes(FleetView view, FluidPlan plan, LoadEstimator load)
    {
        var notes = new List<KeyValuePair<string, string>>
        {
            new("estimated load", $"{load.LoadUnitsPerS(view.NowS):F0} units/s"),
            new("planned energy", $"{plan.Point.EnergyPerUnitJ:F3} J/unit"),
            new("planned mean service time", $"{plan.Point.MeanServiceTimeS:F0} s"),
            new("price of service time", $"{plan.Point.ServiceTimePriceJPerUnitS * 1000:F3} mJ per unit and second"),
        };
        notes.AddRange(plan.Point.Sites
            .Where(s => s.CapacityPriceJPerGpuS > 0)
            .Select(s => new KeyValuePair<string, string>($"price of {s.Name}", $"{s.CapacityPriceJPerGpuS:F2} J per GPU-second")));
        return notes;
    }
}
