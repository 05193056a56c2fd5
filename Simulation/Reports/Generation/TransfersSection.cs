using ControlPlane.Simulation.Generation.Results;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>Who makes whose images, by deadline class.</summary>
internal static class TransfersSection
{
    public static void Write(HtmlReport report, GenerationStudyView view)
    {
        var section = report.Section("Transfers");
        section.Paragraph($"Of the jobs that come to a provider (rows), the share that each provider takes (columns), under **{view.Shown.Policy.Label}**, all seeds. What is not on the diagonal is transferred.");
        var deadlines = view.Days.Day.Deadlines;
        for (var k = 0; k < deadlines.Count; k++)
            section.Figure(Map(view, k, $"Deadline class {deadlines[k].Name} ({NumberFormat.Duration(deadlines[k].WithinS)})"), "", FigureWidth.Half);
        if (view.Oracle is { } oracle && oracle != view.Shown)
        {
            section.Details($"The same under the oracle {oracle.Policy.Label}", d =>
            {
                for (var k = 0; k < deadlines.Count; k++)
                    d.Figure(Map(view, k, $"Deadline class {deadlines[k].Name}, {oracle.Policy.Label}", oracle.Days), "", FigureWidth.Half);
            });
        }
    }

    private static HeatMap Map(GenerationStudyView view, int deadlineClass, string title, IReadOnlyList<GenerationResult>? days = null)
    {
        var names = view.Names;
        var matrices = (days ?? view.Shown.Days).Select(d => d.Transfers).ToArray();
        var rows = names.Select((_, from) =>
        {
            double[] jobs = [.. names.Select((_, to) => (double)matrices.Sum(m => m[from, to, deadlineClass]))];
            return (IReadOnlyList<double>)[.. jobs.Select(j => jobs.Sum() > 0 ? j / jobs.Sum() : double.NaN)];
        });
        return new HeatMap(new(title, $"{title}: heat map of the shares, one row an origin, one column a provider.", names, names, [.. rows])
        { Full = 1, ValueLabel = "of the origin's jobs", ColumnLabel = "made by" });
    }
}
