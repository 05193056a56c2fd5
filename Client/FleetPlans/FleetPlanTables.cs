using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.FleetPlans;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.FleetPlans;

/// <summary>A fleet plan as tables.</summary>
internal static class FleetPlanTables
{
    /// <summary>Everything about a plan.</summary>
    /// <param name="scenario">What it is for.</param>
    /// <param name="planned">The plan.</param>
    public static Document Describe(Scenario scenario, PlannedFleet planned) => new()
    {
        Heading =
        [
            $"{StudyHeading.Of(scenario)}: {planned.Plan.Terms.Slots} slots of {planned.Plan.Terms.SlotLengthS / 60:0} min{(planned.Plan.Terms.Repeats ? ", repeating" : "")}",
            $"Planned by {planned.Result.Solver}; a second of mean service time is worth {planned.Plan.Terms.TimeUsdPerUnitS * 1e6:G3} µUSD a unit; work without room: {planned.UnservedGpuH:0.#} GPU-hours.",
        ],
        Tables = [Sites(planned)],
        Csv = () => Slots(planned),
        Json = () => Json(planned),
    };

    private static Table Sites(PlannedFleet planned)
    {
        var table = new Table("Sites over all slots", [
            Column.Words("site", "site"), new("busy_gpus", "busy", "GPUs, mean"), new("least_cap", "cap from", "GPUs"), new("most_cap", "to", "GPUs"), new("closed_slots", "closed", "slots"),
            new("least_energy_usd_per_kwh", "energy from", "USD/kWh"), new("most_energy_usd_per_kwh", "to", "USD/kWh"), new("mean_gpu_usd_per_h", "GPU-hour", "USD, mean")]);
        for (var s = 0; s < planned.Plan.Sites.Count; s++)
        {
            var site = planned.Plan.Sites[s];
            table.Add(
                Cell.Of(planned.Instance.Sites[s].Name), Cell.Of(planned.BusyGpus[s].Average(), 1), Cell.Of(site.MostGpus.Min(), 0), Cell.Of(site.MostGpus.Max(), 0), Cell.Of(site.MostGpus.Count(g => g < 1)),
                Cell.Of(site.EnergyUsdPerKwh.Min(), 4), Cell.Of(site.EnergyUsdPerKwh.Max(), 4), Cell.Of(site.GpuUsdPerH.Average(), 4));
        }

        return table;
    }

    private static Table Slots(PlannedFleet planned)
    {
        var table = new Table("", [
            Column.Words("site", "site"), new("slot", "slot"), new("busy_gpus", "busy", "GPUs"), new("most_gpus", "cap", "GPUs"), new("gpu_usd_per_h", "GPU-hour", "USD"), new("energy_usd_per_kwh", "energy", "USD/kWh")]);
        for (var s = 0; s < planned.Plan.Sites.Count; s++)
        {
            var site = planned.Plan.Sites[s];
            for (var t = 0; t < planned.Plan.Terms.Slots; t++)
                table.Add(Cell.Of(planned.Instance.Sites[s].Name), Cell.Of(t), Cell.Of(planned.BusyGpus[s][t], 2), Cell.Of(site.MostGpus[t], 0), Cell.Of(site.GpuUsdPerH[t], 6), Cell.Of(site.EnergyUsdPerKwh[t], 6));
        }

        return table;
    }

    private static JsonObject Json(PlannedFleet planned) => new()
    {
        ["scenario"] = planned.Plan.Scenario,
        ["slots"] = planned.Plan.Terms.Slots,
        ["slot_s"] = planned.Plan.Terms.SlotLengthS,
        ["repeats"] = planned.Plan.Terms.Repeats,
        ["budget_s"] = planned.Plan.Terms.BudgetS,
        ["time_usd_per_unit_s"] = planned.Plan.Terms.TimeUsdPerUnitS,
        ["unserved_gpu_h"] = planned.UnservedGpuH,
        ["solver"] = planned.Result.Solver,
        ["sites"] = new JsonArray([.. planned.Plan.Sites.Select((site, s) => (JsonNode)new JsonObject
        {
            ["site"] = planned.Instance.Sites[s].Name,
            ["busy_gpus"] = Numbers(planned.BusyGpus[s]),
            ["most_gpus"] = Numbers(site.MostGpus),
            ["gpu_usd_per_h"] = Numbers(site.GpuUsdPerH),
            ["energy_usd_per_kwh"] = Numbers(site.EnergyUsdPerKwh),
        })]),
    };

    private static JsonArray Numbers(IReadOnlyList<double> values) => new([.. values.Select(v => (JsonNode)v)]);
}
