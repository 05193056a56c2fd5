using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Tables;
using ControlPlane.Simulation.Reports.Views;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>What each data centre is.</summary>
internal static class FleetTable
{
    private const int Most = 40;

    public static ReportTable Of(StudyView view)
    {
        var sites = view.Scenario.Fleet.Sites;
        int[] shown = sites.Count <= Most
            ? [.. Enumerable.Range(0, sites.Count)]
            : [.. Enumerable.Range(0, sites.Count).OrderByDescending(s => sites[s].GpuCount).Take(Most)];
        var caption = sites.Count <= Most ? "Data centres" : $"The {Most} largest of {NumberFormat.Count(sites.Count)} data centres";
        return new ReportTable(
            caption,
            [
                TableColumn.OfText("data centre"), TableColumn.OfText("GPU"), new("GPUs"), new("most per job"), new("asleep", "W/GPU"), new("least energy", "J/unit"),
                new("on", "GPUs × clock"), new("least GPU time", "GPU ms/unit"),
            ],
            [.. shown.Select(s => Row(view, s))])
        { CsvFile = view.Link(CsvNames.Sites) };
    }

    private static IReadOnlyList<TableCell> Row(StudyView view, int site)
    {
        var (spec, table) = (view.Scenario.Fleet.Sites[site], view.Scenario.Fleet.Tables[site]);
        var points = Planning.Frontier.FleetFrontier.Points(table);
        var least = points.MinBy(p => p.PowerW * p.SecondsPerUnit)!;
        return
        [
            TableCell.Text(spec.Name), TableCell.Text(spec.Gpu.Name), TableCell.Count(spec.GpuCount), TableCell.Count(table.MaxGpus), TableCell.Number(spec.Gpu.SleepW, 3),
            TableCell.Fixed(least.PowerW * least.SecondsPerUnit, 3), TableCell.Formatted(least.Clock, $"{least.Gpus} × {NumberFormat.Trimmed(least.Clock)}"),
            TableCell.Fixed(points.Min(p => p.GpuSecondsPerUnit) * 1000, 2),
        ];
    }
}
