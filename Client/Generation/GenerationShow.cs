using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Generation;

/// <summary>What days of generation consist of.</summary>
internal static class GenerationShow
{
    /// <summary>The document.</summary>
    /// <param name="days">The scenario.</param>
    public static Document Of(GenerationDays days)
    {
        var (day, providers) = (days.Day, Providers(days));
        var policies = days.Policies.Count == 0 ? "all" : string.Join(", ", days.Policies.Select(p => p.Label));
        string[] heading =
        [
            GenerationHeading.Of(days), days.Title, days.Description,
            $"Deadlines: {string.Join(", ", day.Deadlines.Select(d => $"{d.Name} {Show.Duration(d.WithinS)}"))}. Steps: {string.Join(", ", day.Steps)}.",
            $"{Show.Count(days.Days, "day")} from {days.StartUtc:yyyy-MM-dd HH:mm} UTC. Default rules: {policies}. Default seed: {days.Seed}.",
        ];
        return new Document
        {
            Heading = [.. heading.Where(l => l.Length > 0)],
            Tables = [providers],
            Closing = [.. days.Signals.SelectMany(s => s.Assumptions).Distinct().Select(a => $"Assumed: {a}")],
            Csv = () => providers,
            Json = () => new JsonObject
            {
                ["kind"] = "generation",
                ["version"] = 1,
                ["name"] = day.Name,
                ["title"] = days.Title,
                ["slots"] = day.SlotCount,
                ["slot_s"] = day.SlotS,
                ["providers"] = JsonText.Rows(providers),
            },
        };
    }

    private static Table Providers(GenerationDays days)
    {
        var table = new Table("Providers", [
            Column.Words("provider", "provider"), Column.Words("model", "model"), new("gpus", "GPUs"), new("peak_kw", "peak", "kW"), new("battery_kwh", "battery", "kWh"), new("battery_kw", "", "kW"),
            new("pv_kw", "sun", "kW"), new("wind_kw", "wind", "kW"), new("import_kw", "buys up to", "kW"), new("export_kw", "sells up to", "kW")]);
        foreach (var p in days.Day.Providers)
        {
            var energy = p.Energy;
            table.Add(
                Cell.Of(p.Name), Cell.Of(p.Model.Name), Cell.Of(p.Gpus, 1), Cell.Of(p.PeakLoadKw, 2), Cell.Of(energy.Battery?.CapacityKwh ?? double.NaN, 2), Cell.Of(energy.Battery?.MaxDischargeKw ?? double.NaN, 2),
                Cell.Of(energy.Pv?.NominalKw ?? double.NaN, 2), Cell.Of(energy.Wind?.NominalKw ?? double.NaN, 2), Cell.Of(energy.Grid.ImportKw, 2), Cell.Of(energy.Grid.ExportKw, 2));
        }

        return table;
    }
}
