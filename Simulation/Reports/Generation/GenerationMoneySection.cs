using ControlPlane.Simulation.Generation.Results;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>Money, energy and emissions.</summary>
internal static class GenerationMoneySection
{
    public static void Write(HtmlReport report, GenerationStudyView view)
    {
        var section = report.Section("Money, energy, emissions");
        section.Paragraph("What users pay for images in time, by quality, is what there is to share: penalties, energy and transfers take their part, the rest is utility.");
        section.Figure(
            new BarChart(new(
                "Where the money goes", "Grouped bars of revenue, penalties, energy and transfers by rule.", new Axis("a day", "USD"), [.. view.Policies.Select(p => p.Policy.Label)],
                [
                    Series("revenue", 0, view, GenerationMetrics.Revenue), Series("penalties", 1, view, GenerationMetrics.Penalty), Series("energy", 2, view, GenerationMetrics.EnergyCost),
                    Series("transfers", 3, view, GenerationMetrics.TransferCost),
                ])),
            view.HasIntervals ? "Mean over seeds." : "");
        section.Table(Accounts(view.Day));
    }

    private static BarSeries Series(string name, int slot, GenerationStudyView view, GenerationMetric metric) =>
        new(name, slot, [.. view.Policies.Select(p => p.Estimate(metric.Value).Mean)]);

    private static ReportTable Accounts(GenerationResult day)
    {
        (string Title, string Unit, int Decimals, Func<ProviderResult, double> Of)[] columns =
        [
            ("jobs", "", 0, p => p.Jobs.Offered), ("late", "%", 2, p => 100 * p.Jobs.ViolationShare), ("utility", "USD", 2, p => p.Money.UtilityUsd), ("computers", "kWh", 1, p => p.Energy.LoadKwh),
            ("cooling, losses", "kWh", 1, p => p.Energy.CoolingKwh + p.Energy.FixedLossKwh), ("sun, wind", "kWh", 1, p => p.Energy.RenewableKwh - p.Energy.CurtailedKwh),
            ("battery gave", "kWh", 1, p => p.Energy.DischargeKwh), ("bought", "kWh", 1, p => p.Energy.ImportKwh), ("sold", "kWh", 1, p => p.Energy.ExportKwh),
            ("energy", "USD", 2, p => p.Money.EnergyUsd), ("carbon", "kg", 1, p => p.Energy.CarbonKg),
        ];
        var rows = day.Providers.Select(p => (IReadOnlyList<TableCell>)[TableCell.Text(p.Name), .. columns.Select(c => TableCell.Fixed(c.Of(p), c.Decimals))]);
        return new ReportTable($"Accounts of the providers under {day.Policy}, seed {day.Seed}", [TableColumn.OfText("provider"), .. columns.Select(c => new TableColumn(c.Title, c.Unit))], [.. rows]);
    }
}
