using ControlPlane.Fleet.Energy;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>What energy cost and emitted; nothing where no site has an energy side.</summary>
internal static class MoneySection
{
    private const double SecondsPerDay = 86_400;

    private static readonly Metric[] Shown =
        [Metrics.EnergyCost, Metrics.EnergyCostPerUnit, Metrics.Carbon, Metrics.CarbonPerUnit, Metrics.Imported, Metrics.Unserved, Metrics.StoredChange, Metrics.AboveCap];

    public static void Write(HtmlReport report, StudyView view)
    {
        if (view.Scenario.Energy is not { } energy)
            return;
        var section = report.Section("Money and emissions");
        section.Paragraph(
            "**Cost** is what was bought, wear of batteries and fuel, less what was sold; **carbon** is that of bought energy and of generators. Cooling and losses count. "
            + $"Batteries follow the dispatcher '{energy.Dispatch}'.");
        if (view.Policies.Any(p => p.Mean(Metrics.Unserved) > 0))
            section.Note(NoteKind.Warning, "Power was missing.", "Some sites needed more than connection, battery and generator could bring. What is not bought costs nothing here: do not rank those runs by cost.");
        section.Table(MetricTable.Of(view, "Money and emissions", Shown));
        var policy = view.Steady.Where(p => double.IsFinite(p.Mean(Metrics.EnergyCostPerUnit))).MinBy(p => p.Mean(Metrics.EnergyCostPerUnit)) ?? view.Shown;
        section.Table(Sites(policy));
        var run = policy.First;
        var shown = run.Sites.Where(s => s.Account is not null).MaxBy(s => (s.Account!.Total.DischargeKwh, s.Account.Total.ImportUsd))!;
        var slots = (int)Math.Min(2 * SecondsPerDay / energy.SlotS, shown.Account!.Series.LoadKw.Count);
        EnergyDay.Write(section, shown.Name, shown.Account.Series, energy.SlotS, slots, $"Under {policy.Label}, from {energy.StartUtc:yyyy-MM-dd HH:mm} UTC{(view.HasIntervals ? $", seed {run.Seed}" : "")}.");
    }

    private static ReportTable Sites(PolicyView policy)
    {
        (string Title, string Unit, Func<EnergySlot, double> Of)[] columns =
        [
            ("computers", "kWh", a => a.LoadKwh), ("cooling, losses", "kWh", a => a.CoolingKwh + a.FixedLossKwh), ("sun, wind", "kWh", a => a.RenewableKwh - a.CurtailedKwh),
            ("battery gave", "kWh", a => a.DischargeKwh), ("bought", "kWh", a => a.ImportKwh), ("sold", "kWh", a => a.ExportKwh), ("cost", "USD", a => a.CostUsd), ("carbon", "kg", a => a.CarbonKg),
        ];
        var rows = policy.First.Sites.Where(s => s.Account is not null)
            .Select(s => (IReadOnlyList<TableCell>)[TableCell.Text(s.Name), .. columns.Select(c => TableCell.Fixed(c.Of(s.Account!.Total), 1))]);
        return new ReportTable($"The account of each site under {policy.Label}", [TableColumn.OfText("site"), .. columns.Select(c => new TableColumn(c.Title, c.Unit))], [.. rows]);
    }
}
