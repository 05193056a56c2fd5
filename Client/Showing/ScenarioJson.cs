using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Showing;

/// <summary>What a scenario consists of, as JSON.</summary>
internal static class ScenarioJson
{
    /// <summary>The document.</summary>
    /// <param name="scenario">The scenario.</param>
    public static JsonObject Of(Scenario scenario)
    {
        var load = OfferedLoad.Of(scenario);
        return new JsonObject
        {
            ["kind"] = "scenario",
            ["version"] = 1,
            ["scenario"] = scenario.Name,
            ["title"] = scenario.Title,
            ["description"] = scenario.Description,
            ["horizon_s"] = scenario.HorizonS,
            ["seed"] = scenario.Seed,
            ["load"] = scenario.Load,
            ["status_every_s"] = scenario.StatusEveryS,
            ["offered_jobs_per_s"] = load.JobsPerS,
            ["offered_units_per_s"] = load.UnitsPerS,
            ["mean_size_units"] = JsonText.Number(load.MeanSizeUnits),
            ["capacity_units_per_s"] = FleetTables.CapacityUnitsPerS(scenario),
            ["trace_jobs"] = scenario.Trace.Count,
            ["sites"] = JsonText.Rows(FleetTables.Sites(scenario)),
            ["ingresses"] = JsonText.Rows(FleetTables.Ingresses(scenario)),
            ["latency_ms"] = JsonText.Rows(FleetTables.Network(scenario)),
            ["energy"] = scenario.Energy is { } energy ? Energy(scenario, energy) : null,
            ["drift"] = JsonText.Rows(DriftTable.Of(scenario)),
            ["gpu_failures"] = JsonText.Array(scenario.GpuFailures.Select(f => (JsonNode)Failures(f, scenario))),
            ["power_cap_w"] = scenario.PowerCap?.LimitW,
            ["events"] = JsonText.Array(scenario.Events.Select(e => (JsonNode)Event(e, scenario))),
            ["policies"] = JsonText.Array(scenario.Policies.Select(p => (JsonNode)p.Label)),
        };
    }

    private static JsonObject Energy(Scenario scenario, EnergyScenario energy) => new()
    {
        ["start"] = energy.StartUtc,
        ["slot_s"] = energy.SlotS,
        ["dispatch"] = energy.Dispatch,
        ["sites"] = JsonText.Rows(EnergyTable.Of(scenario, energy)),
    };

    private static JsonObject Failures(GpuFailureProcess failures, Scenario scenario) => new()
    {
        ["site"] = scenario.Fleet.Sites[failures.Site].Name,
        ["mean_time_between_failures_s"] = failures.MeanTimeBetweenFailuresS,
        ["mean_time_to_repair_s"] = failures.MeanTimeToRepairS,
    };

    private static JsonObject Event(ScenarioEvent entry, Scenario scenario) => new()
    {
        ["time_s"] = entry.AtS,
        ["event"] = EventTable.What(entry.Kind).Replace(' ', '_'),
        ["site"] = entry.Site >= 0 ? scenario.Fleet.Sites[entry.Site].Name : null,
        ["count"] = entry.Count,
        ["factor"] = entry.Factor,
    };
}
