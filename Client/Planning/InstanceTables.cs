using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Planning.Joint;

namespace ControlPlane.Client.Planning;

/// <summary>An instance as tables.</summary>
internal static class InstanceTables
{
    /// <summary>A row a site.</summary>
    /// <param name="instance">The instance.</param>
    public static Table Sites(JointInstance instance)
    {
        var table = new Table("Sites", [
            Column.Words("site", "site"), new("gpus", "GPUs"), new("full_mw", "full load", "MW"), new("pue", "PUE"), new("tariff", "tariff", "USD/MWh"), new("grid_carbon", "grid", "t/MWh"),
            new("renewable_mw", "sun, wind", "MW"), new("import_mw", "import", "MW"), new("export_mw", "export", "MW"), new("units_mw", "units", "MW"), new("storage_mwh", "battery", "MWh")])
        {
            Notes = ["Means over the horizon; full load, import and export, units and battery at most."],
        };
        foreach (var site in instance.Sites)
        {
            var full = Enumerable.Range(0, instance.Slots).Max(t => site.Pue[t] * (site.IdleMw + site.MwPerGpu * site.Gpus[t]));
            table.Add(
                Cell.Of(site.Name), Cell.Of(site.Gpus.Average(), 0), Cell.Of(full, 3), Cell.Of(site.Pue.Average(), 3), Cell.Of(site.ImportUsdPerMwh.Average(), 2), Cell.Of(site.GridTPerMwh.Average(), 3),
                Cell.Of(site.RenewableMw.Average(), 3), Cell.Of(site.ImportMw, 3), Cell.Of(site.ExportMw, 3), Cell.Of(site.Units.Sum(unit => unit.MaxMw), 3), Cell.Of(site.Storage?.MaxMwh ?? 0, 3));
        }

        return table;
    }

    /// <summary>A row an inference class.</summary>
    /// <param name="instance">The instance.</param>
    public static Table Classes(JointInstance instance)
    {
        var table = new Table("Inference", [
            Column.Words("class", "class"), Column.Words("origin", "origin"), new("demand_gpus", "demand", "GPUs"), new("latency_limit_ms", "latency", "ms"), Column.Words("sites", "sites near enough"),
            new("least_share", "least share", "%"), new("revenue", "earns", "USD/GPU-h")]);
        foreach (var k in instance.Classes)
        {
            table.Add(
                Cell.Of(k.Name), Cell.Of(instance.Sites[k.Origin].Name), Cell.Of(k.DemandGpus.Average(), 1), Cell.Of(k.LatencyLimitMs, 0), Cell.Of(string.Join(", ", k.Sites.Select(s => instance.Sites[s].Name))),
                Cell.Of(100 * k.MinServedShare, 0), Cell.Of(k.RevenueUsdPerGpuH, 2));
        }

        return table;
    }

    /// <summary>What is asked of the sites against what they have.</summary>
    /// <param name="instance">The instance.</param>
    public static Table Work(JointInstance instance)
    {
        var room = instance.SlotHours * instance.Sites.Sum(site => site.Gpus.Sum());
        var training = instance.SlotHours * instance.Jobs.Sum(job => job.Gpus * job.LengthSlots);
        var inference = instance.SlotHours * instance.Classes.Sum(k => k.DemandGpus.Sum());
        var table = new Table("Work", [Column.Words("what", "what"), new("gpu_h", "GPU-h"), new("percent", "of all GPU-hours", "%"), new("value_usd", "value", "USD")]);
        void Add(string what, double gpuH, double usd) => table.Add(Cell.Of(what), Cell.Of(gpuH, 0), Cell.Of(room > 0 ? 100 * gpuH / room : double.NaN, 1), Cell.Of(usd, 0));
        Add("all jobs", training, instance.Jobs.Sum(job => job.ValueUsd));
        Add("jobs that must run", instance.SlotHours * instance.Jobs.Where(j => j.IsMandatory).Sum(j => j.Gpus * j.LengthSlots), instance.Jobs.Where(j => j.IsMandatory).Sum(j => j.ValueUsd));
        Add("inference", inference, instance.SlotHours * instance.Classes.Sum(k => k.RevenueUsdPerGpuH * k.DemandGpus.Sum()));
        return table;
    }

    /// <summary>Everything for programs.</summary>
    /// <param name="instance">The instance.</param>
    public static JsonObject Json(JointInstance instance) => new()
    {
        ["kind"] = "plan-instance",
        ["version"] = 1,
        ["name"] = instance.Name,
        ["slot_h"] = instance.SlotHours,
        ["slots"] = instance.Slots,
        ["jobs"] = instance.Jobs.Count,
        ["sites"] = JsonText.Rows(Sites(instance)),
        ["classes"] = JsonText.Rows(Classes(instance)),
        ["work"] = JsonText.Rows(Work(instance)),
    };
}
