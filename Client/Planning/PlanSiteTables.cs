using ControlPlane.Client.Output;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Client.Planning;

/// <summary>The energy, work and prices of a plan's sites as tables.</summary>
internal static class PlanSiteTables
{
    /// <summary>A row a site over the whole horizon.</summary>
    /// <param name="instance">What was planned for.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="account">Its replay.</param>
    public static Table Sites(JointInstance instance, JointPlan plan, PlanAccount account)
    {
        var table = new Table("Sites", [
            Column.Words("site", "site"), new("training_gpu_h", "training", "GPU-h"), new("inference_gpu_h", "inference", "GPU-h"), new("busy_percent", "busy", "%"), new("load_mwh", "load", "MWh"),
            new("renewable_mwh", "sun, wind", "MWh"), new("curtailed_mwh", "unused", "MWh"), new("units_mwh", "units", "MWh"), new("discharge_mwh", "battery gave", "MWh"),
            new("import_mwh", "import", "MWh"), new("export_mwh", "export", "MWh"), new("emissions_t", "emissions", "t")]);
        for (var s = 0; s < instance.Sites.Count; s++)
        {
            var (site, energy, work) = (instance.Sites[s], plan.Sites[s], account.Sites[s]);
            double Sum(IEnumerable<double> series) => instance.SlotHours * series.Sum();
            var (training, inference) = (Sum(work.TrainingGpus), Sum(work.InferenceGpus));
            table.Add(
                Cell.Of(site.Name), Cell.Of(training, 0), Cell.Of(inference, 0), Cell.Of(100 * (training + inference) / Math.Max(1e-9, Sum(site.Gpus)), 1), Cell.Of(Sum(work.LoadMw), 2),
                Cell.Of(Sum(energy.RenewableMw), 2), Cell.Of(Sum(site.RenewableMw) - Sum(energy.RenewableMw), 2), Cell.Of(energy.UnitMw.Sum(Sum), 2), Cell.Of(Sum(energy.DischargeMw), 2),
                Cell.Of(Sum(energy.ImportMw), 2), Cell.Of(Sum(energy.ExportMw), 2), Cell.Of(work.EmissionsT.Sum(), 3));
        }

        return table;
    }

    /// <summary>A row a site and slot: work, energy balance and prices.</summary>
    /// <param name="instance">What was planned for.</param>
    /// <param name="result">The plan.</param>
    public static Table Slots(JointInstance instance, JointResult result)
    {
        var table = new Table("Slots", [
            new("slot", "slot"), Column.Words("site", "site"), new("training_gpus", "training", "GPUs"), new("inference_gpus", "inference", "GPUs"), new("load_mw", "load", "MW"),
            new("renewable_mw", "sun, wind", "MW"), new("units_mw", "units", "MW"), new("discharge_mw", "battery gives", "MW"), new("charge_mw", "takes", "MW"), new("import_mw", "import", "MW"),
            new("export_mw", "export", "MW"), new("stored_mwh", "stored", "MWh"), new("emissions_t", "emissions", "t"), new("import_usd_per_mwh", "tariff", "USD/MWh"),
            new("energy_usd_per_mwh", "energy worth", "USD/MWh"), new("gpu_usd_per_h", "GPU worth", "USD/h")])
        {
            Notes = ["Sun, wind, units, what the battery gives and import are load, what it takes and export. Worth: what one more would be worth, the whole numbers being as they are."],
        };
        for (var t = 0; t < instance.Slots; t++)
        {
            for (var s = 0; s < instance.Sites.Count; s++)
                table.Add(Slot(instance, result, s, t));
        }

        return table;
    }

    /// <summary>A row a site: what energy and GPUs are worth there.</summary>
    /// <param name="instance">What was planned for.</param>
    /// <param name="prices">The prices.</param>
    public static Table Prices(JointInstance instance, PlanPrices prices)
    {
        var table = new Table("Prices", [
            Column.Words("site", "site"), new("tariff_mean", "mean tariff", "USD/MWh"), new("energy_mean", "energy worth", "USD/MWh"), new("energy_least", "least", "USD/MWh"), new("energy_most", "most", "USD/MWh"),
            new("gpu_mean", "GPU worth", "USD/h"), new("gpu_most", "most", "USD/h"), new("full_hours", "GPUs short", "h")])
        {
            Notes = [$"What a MWh more or a GPU more would be worth, the whole numbers being as they are. A tonne of the carbon budget: {prices.CarbonUsdPerT:0.00} USD."],
        };
        for (var s = 0; s < instance.Sites.Count; s++)
        {
            var (energy, gpu) = (prices.EnergyUsdPerMwh[s], prices.GpuUsdPerH[s]);
            table.Add(
                Cell.Of(instance.Sites[s].Name), Cell.Of(instance.Sites[s].ImportUsdPerMwh.Average(), 2), Cell.Of(energy.Average(), 2), Cell.Of(energy.Min(), 2), Cell.Of(energy.Max(), 2),
                Cell.Of(gpu.Average(), 3), Cell.Of(gpu.Max(), 3), Cell.Of(instance.SlotHours * gpu.Count(usd => usd > 1e-9), 1));
        }

        return table;
    }

    private static IReadOnlyList<Cell> Slot(JointInstance instance, JointResult result, int s, int t)
    {
        var (energy, work, prices) = (result.Plan!.Sites[s], result.Account!.Sites[s], result.Prices);
        return
        [
            Cell.Of(t), Cell.Of(instance.Sites[s].Name), Cell.Of(work.TrainingGpus[t], 0), Cell.Of(work.InferenceGpus[t], 1), Cell.Of(work.LoadMw[t], 4), Cell.Of(energy.RenewableMw[t], 4),
            Cell.Of(energy.UnitMw.Sum(mw => mw[t]), 4), Cell.Of(energy.DischargeMw[t], 4), Cell.Of(energy.ChargeMw[t], 4), Cell.Of(energy.ImportMw[t], 4), Cell.Of(energy.ExportMw[t], 4),
            Cell.Of(work.StoredMwh[t], 4), Cell.Of(work.EmissionsT[t], 5), Cell.Of(instance.Sites[s].ImportUsdPerMwh[t], 2), Cell.Of(prices?.EnergyUsdPerMwh[s][t] ?? double.NaN, 2),
            Cell.Of(prices?.GpuUsdPerH[s][t] ?? double.NaN, 3),
        ];
    }
}
