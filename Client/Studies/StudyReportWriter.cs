using System.Reflection;
using ControlPlane.Client.Demo;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>The report of <c>--out</c>: the study as one HTML file, with links to the tables beside it.</summary>
internal sealed class StudyReportWriter : IReportWriter
{
    /// <summary>Version of this program.</summary>
    public static string Version { get; } =
        typeof(StudyReportWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <inheritdoc/>
    public void Write(ReportRequest request, TextWriter writer) =>
        writer.Write(StudyReport.Html(request.Study, new ReportOptions
        {
            ProductVersion = Version,
            CommandLine = request.CommandText,
            Baseline = request.Baseline,
            CsvFiles = [.. request.Files.Where(f => f.EndsWith(".csv", StringComparison.Ordinal))],
            Published = request.Published is { } published ? Compare(published) : null,
        }));

    private static PublishedComparison Compare(StudyResult published)
    {
        var tables = new PublishedTables(published);
        return new PublishedComparison(PublishedResults.Source, [.. PublishedResults.Rows.SelectMany(row => Figures(row, tables))]);
    }

    private static IEnumerable<PublishedFigure> Figures(PublishedRow row, PublishedTables tables)
    {
        var run = tables.Find(row.Policy);
        yield return Figure("Table II", "completed jobs", "", 0, row.CompletedJobs, run?.Jobs.Completed);
        yield return Figure("Table II", "energy by load", "J/unit", 2, row.JoulesPerUnit, run?.PublishedJoulesPerUnit);
        for (var k = 0; k < row.QueueByDay.Count; k++)
        {
            var day = k + PublishedResults.FirstDay;
            yield return Figure("Table III", $"day {day}", "", 0, row.QueueByDay[k], run?.QueueByDay[day - 1]);
        }

        PublishedFigure Figure(string table, string metric, string unit, int decimals, double printed, double? ours) =>
            new(table, row.Algorithm, row.Policy, row.IsSame, metric, unit, decimals, printed, ours ?? double.NaN);
    }
}
