using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>What the frontier's prices say: where a further GPU would help, and what speed costs.</summary>
internal static class PricesSection
{
    private const int MostSites = 16;

    public static void Write(HtmlReport report, StudyView view)
    {
        var rows = view.Steady.Select(p => (Policy: p, Point: FrontierPrices.Of(view.Scenario, p.First))).Where(r => r.Point is not null).ToArray();
        if (rows.Length == 0)
            return;
        var section = report.Section("What capacity and speed are worth");
        section.Paragraph(
            "The frontier's linear program also gives prices: what the best possible plan would gain if one limit were a little wider, at the load and the service time of each policy. "
            + "**A minute more** is the power the fleet would save if jobs could take one minute longer on average; **a unit more** is the energy that one further unit of work would take.");
        section.Table(new ReportTable(
            "Prices at the service time of each policy" + (view.HasIntervals ? ", first seed" : ""),
            [TableColumn.OfText("policy"), new("mean service"), new("frontier", "J/unit"), new("a minute more saves", "kW"), new("a unit more costs", "J/unit")],
            [.. rows.Select(r => Row(r.Policy, r.Point!))]));
        WriteCapacity(section, view, [.. rows.Select(r => (r.Policy, r.Point!))]);
    }

    private static IReadOnlyList<TableCell> Row(PolicyView policy, Planning.Frontier.FrontierPoint point)
    {
        var run = policy.First;
        return
        [
            TableCell.Policy(policy.Label, policy.Slot), TableCell.Formatted(run.WorkServiceS, NumberFormat.Duration(run.WorkServiceS)), TableCell.Fixed(point.EnergyPerUnitJ, 3),
            TableCell.Number(point.ServiceTimePriceJPerUnitS * run.ServedUnitsPerS * 60 / 1000, 3), TableCell.Fixed(point.MarginalEnergyPerUnitJ, 2),
        ];
    }

    private static void WriteCapacity(HtmlSection section, StudyView view, (PolicyView Policy, Planning.Frontier.FrontierPoint Point)[] rows)
    {
        double Price(Planning.Frontier.FrontierPoint point, int site) => Math.Max(0, point.Sites[site].CapacityPriceJPerGpuS);
        var sites = view.Scenario.Fleet.Sites;
        var worth = Enumerable.Range(0, sites.Count).Select(s => rows.Max(r => Price(r.Point, s))).ToArray();
        if (worth.Max() <= 0)
        {
            section.Paragraph("No data centre is short of GPUs in the best plan: further ones would save nothing.");
            return;
        }
        var top = Array.IndexOf(worth, worth.Max());
        var (policy, _) = rows.MaxBy(r => Price(r.Point, top));
        int[] shown = sites.Count <= MostSites ? [.. Enumerable.Range(0, sites.Count)] : [.. Enumerable.Range(0, sites.Count).OrderByDescending(s => worth[s]).Take(MostSites).Order()];
        section.Figure(
            new HeatMap(new(
                "Power saved by one further GPU", "Heat map of capacity prices, one row a policy, one column a data centre.", [.. rows.Select(r => r.Policy.Label)],
                [.. shown.Select(s => sites[s].Name)], [.. rows.Select(r => (IReadOnlyList<double>)[.. shown.Select(s => Price(r.Point, s))])])
            { Format = ValueFormat.Number, ValueLabel = "W per further GPU", ColumnLabel = "data centre" }),
            $"Where the best plan would use a further GPU, and what it would save, its own sleep power not counted: up to {NumberFormat.Significant(worth.Max())} W at {sites[top].Name}, "
            + $"at the service time of `{policy.Label}`. 0: the data centre has GPUs to spare."
            + (shown.Length < sites.Count ? $" Shown are the {MostSites} data centres where it is worth most." : ""));
    }
}
