using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>Where the power comes from and goes to, slot by slot.</summary>
internal static class EnergySection
{
    public static void Write(HtmlReport report, PlanView view, ReportOptions options)
    {
        var section = report.Section("Energy");
        section.Paragraph("In every slot import, sun and wind, units and what the battery gives are load, export and what the battery takes. Load is all power of a site, with cooling.");
        if (view.Instance.Sites.Any(site => site.Storage is { MaxMwh: > 0 }))
            section.Figure(Stored(view), "Energy in the batteries at the end of each slot, as a share of the most they hold.");
        foreach (var s in view.Sites)
            section.Figure(Supply(view, s), "", FigureWidth.Half);
        section.Table(Sites(view, options));
    }

    private static LineChart Stored(PlanView view)
    {
        var sites = view.Sites.Where(s => view.Instance.Sites[s].Storage is { MaxMwh: > 0 });
        LineSeries Line(int s)
        {
            var storage = view.Instance.Sites[s].Storage!;
            return new LineSeries(view.Name(s), s, view.Edges, [storage.StartMwh / storage.MaxMwh, .. view.Account.Sites[s].StoredMwh.Select(mwh => mwh / storage.MaxMwh)]);
        }

        return new LineChart(new(
            "State of charge", "State of charge of the batteries over the horizon, a line a site.", view.Time, new Axis("state of charge") { Low = 0, High = 1, Format = ValueFormat.Percent },
            [.. sites.Select(Line)]));
    }

    private static LineChart Supply(PlanView view, int s)
    {
        var (plan, account) = (view.Plan.Sites[s], view.Account.Sites[s]);
        List<LineSeries> lines = [view.Line("load", 9, account.LoadMw), view.Line("import", 0, plan.ImportMw), view.Line("sun and wind", 2, plan.RenewableMw)];
        if (plan.ExportMw.Any(mw => mw > 1e-9))
            lines.Add(view.Line("export", 1, plan.ExportMw));
        if (plan.UnitMw.Any(unit => unit.Any(mw => mw > 1e-9)))
            lines.Add(view.Line("units", 3, Enumerable.Range(0, view.Instance.Slots).Select(t => plan.UnitMw.Sum(unit => unit[t]))));
        if (plan.DischargeMw.Concat(plan.ChargeMw).Any(mw => mw > 1e-9))
            lines.Add(view.Line("battery", 8, plan.DischargeMw.Zip(plan.ChargeMw, (gives, takes) => gives - takes)));
        return new LineChart(new(
            $"Power of {view.Name(s)}", $"Load, import, export, sun and wind, units and battery of {view.Name(s)} over the horizon; the battery is below 0 while it charges.", view.Time, new Axis("power", "MW"), lines)
        { Step = true });
    }

    private static ReportTable Sites(PlanView view, ReportOptions options)
    {
        double Sum(IEnumerable<double> bySlot) => view.Instance.SlotHours * bySlot.Sum();
        var rows = view.Sites.Select(s =>
        {
            var (site, plan, account) = (view.Instance.Sites[s], view.Plan.Sites[s], view.Account.Sites[s]);
            var busy = (Sum(account.TrainingGpus) + Sum(account.InferenceGpus)) / Math.Max(1e-9, Sum(site.Gpus));
            double[] mwh = [Sum(account.LoadMw), Sum(plan.RenewableMw), Sum(site.RenewableMw) - Sum(plan.RenewableMw), plan.UnitMw.Sum(Sum), Sum(plan.DischargeMw), Sum(plan.ImportMw), Sum(plan.ExportMw)];
            return (IReadOnlyList<TableCell>)[TableCell.Text(site.Name), TableCell.Percent(busy), .. mwh.Select(x => TableCell.Fixed(x, 2)), TableCell.Fixed(account.EmissionsT.Sum(), 3)];
        });
        return new ReportTable(
            "Energy of the sites",
            [
                TableColumn.OfText("site"), new("GPUs busy"), new("load", "MWh"), new("sun, wind", "MWh"), new("unused", "MWh"), new("units", "MWh"), new("battery gave", "MWh"), new("import", "MWh"),
                new("export", "MWh"), new("emissions", "t"),
            ],
            [.. rows])
        {
            CsvFile = options.CsvFiles.FirstOrDefault(file => file.EndsWith("slots.csv", StringComparison.Ordinal)) ?? "",
        };
    }
}
