using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Generation.Results;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Generation;

/// <summary>What days of generation came to, as tables and JSON.</summary>
internal static class GenerationTables
{
    /// <summary>The rule with foresight beside which all others are shown.</summary>
    public const string Oracle = "greedy";

    private static readonly GenerationMetric[] Essentials =
    [
        GenerationMetrics.Utility, GenerationMetrics.Violations, GenerationMetrics.Revenue, GenerationMetrics.Penalty, GenerationMetrics.EnergyCost, GenerationMetrics.Transferred,
        GenerationMetrics.Steps, GenerationMetrics.Clock, GenerationMetrics.Imported, GenerationMetrics.Carbon,
    ];

    /// <summary>One row a rule: means over the seeds.</summary>
    /// <param name="policies">The rules.</param>
    /// <param name="all">Every metric, not only the essential ones.</param>
    public static Table Means(IReadOnlyList<GenerationPolicyDays> policies, bool all)
    {
        var metrics = all ? GenerationMetrics.All : Essentials;
        var several = policies.Any(p => p.Days.Count > 1);
        var oracle = policies.FirstOrDefault(p => p.Policy.Label == Oracle);
        var table = new Table("", [Column.Words("policy", "rule"), .. metrics.Take(1).Select(Of), new Column("share_of_oracle_percent", "of oracle", "%"), .. metrics.Skip(1).Select(Of)])
        {
            Notes =
            [
                several ? "Means +- 95 % confidence (Student's t over seeds). * best of the column." : "* best of the column.",
                $"'{Oracle}' and 'jemas' see all providers' quotes. '{Oracle}' tracks the slot's capacity: what foresight of one slot is worth, not a bound.",
            ],
        };
        foreach (var policy in policies)
        {
            var share = oracle is null ? double.NaN : 100 * policy.UtilityUsd.Mean / oracle.UtilityUsd.Mean;
            Cell[] cells = [.. metrics.Select(m => Mean(policies, policy, m))];
            table.Add([Cell.Of(policy.Policy.Label), cells[0], Cell.Of(share, 1), .. cells.Skip(1)]);
        }

        return table;
    }

    /// <summary>One row a provider of one day.</summary>
    /// <param name="day">The day.</param>
    public static Table Providers(GenerationResult day)
    {
        var table = new Table($"Providers under {day.Policy}, seed {day.Seed}", [
            Column.Words("provider", "provider"), new("jobs", "jobs"), new("late_percent", "late", "%"), new("utility_usd", "utility", "USD"), new("revenue_usd", "revenue", "USD"),
            new("energy_cost_usd", "energy", "USD"), new("load_kwh", "used", "kWh"), new("renewable_kwh", "sun, wind", "kWh"), new("import_kwh", "bought", "kWh"),
            new("export_kwh", "sold", "kWh"), new("discharge_kwh", "battery", "kWh"), new("carbon_kg", "carbon", "kg CO2")]);
        foreach (var p in day.Providers)
        {
            table.Add(
                Cell.Of(p.Name), Cell.Of(p.Jobs.Offered, 0), Cell.Of(100 * p.Jobs.ViolationShare, 2), Cell.Of(p.Money.UtilityUsd, 2), Cell.Of(p.Money.RevenueUsd, 2),
                Cell.Of(p.Money.EnergyUsd, 3), Cell.Of(p.Energy.LoadKwh, 1), Cell.Of(p.Energy.RenewableKwh - p.Energy.CurtailedKwh, 1), Cell.Of(p.Energy.ImportKwh, 1),
                Cell.Of(p.Energy.ExportKwh, 1), Cell.Of(p.Energy.DischargeKwh, 2), Cell.Of(p.Energy.CarbonKg, 1));
        }

        return table;
    }

    /// <summary>One row a rule and seed with every metric, for programs.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="policies">The rules.</param>
    public static Table ForPrograms(string scenario, IReadOnlyList<GenerationPolicyDays> policies)
    {
        var table = new Table("", [
            Column.Words("scenario", ""), Column.Words("policy", ""), new("seed", ""), .. GenerationMetrics.All.Select(Of), Column.Words("event_log_sha256", "")]);
        foreach (var day in policies.SelectMany(p => p.Days))
        {
            table.Add([
                Cell.Of(scenario), Cell.Of(day.Policy), Cell.Of(day.Seed), .. GenerationMetrics.All.Select(m => Cell.Of(m.Value(day), m.Decimals)), Cell.Of(day.Hash)]);
        }

        return table;
    }

    /// <summary>Everything as JSON.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="policies">The rules.</param>
    public static JsonObject Json(string scenario, IReadOnlyList<GenerationPolicyDays> policies) => new()
    {
        ["kind"] = "generation-study",
        ["version"] = 1,
        ["scenario"] = scenario,
        ["policies"] = JsonText.Array(policies.Select(p => (JsonNode)new JsonObject
        {
            ["policy"] = p.Policy.Label,
            ["means"] = Object(GenerationMetrics.All, m => Estimated(p.Estimate(m.Value))),
            ["days"] = JsonText.Array(p.Days.Select(d => (JsonNode)new JsonObject
            {
                ["seed"] = d.Seed,
                ["event_log_sha256"] = d.Hash,
                ["metrics"] = Object(GenerationMetrics.All, m => JsonText.Number(m.Value(d))),
                ["providers"] = JsonText.Rows(Providers(d)),
            })),
        })),
    };

    private static JsonObject Object(IEnumerable<GenerationMetric> metrics, Func<GenerationMetric, JsonNode?> value) =>
        new(metrics.Select(m => KeyValuePair.Create(m.Name, value(m))));

    private static JsonObject Estimated(Estimate estimate) => new() { ["mean"] = JsonText.Number(estimate.Mean), ["ci95_half_width"] = JsonText.Number(estimate.HalfWidth) };

    private static Column Of(GenerationMetric metric) => new(metric.Name, metric.Title, metric.Unit);

    private static Cell Mean(IReadOnlyList<GenerationPolicyDays> policies, GenerationPolicyDays policy, GenerationMetric metric)
    {
        var estimate = policy.Estimate(metric.Value);
        var shown = Show.Number(estimate.Mean, metric.Decimals);
        var text = double.IsNaN(estimate.HalfWidth) ? shown : $"{shown} +- {Show.Number(estimate.HalfWidth, metric.Decimals)}";
        var isBest = metric.Better != 0 && policies.Count > 1 && policies.All(p => metric.Better * p.Estimate(metric.Value).Mean <= metric.Better * estimate.Mean + 1e-12);
        return new Cell(text, estimate.Mean, isBest ? CellMark.Best : CellMark.None);
    }
}
