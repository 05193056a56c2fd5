using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>Writes a study into the folder of <c>--out</c>.</summary>
internal static class StudyFolder
{
    /// <summary>Writes the report, CSV tables and JSON.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="study">The study.</param>
    /// <param name="baseline">Differences are taken to this policy; null for none.</param>
    /// <param name="services">The report's composer.</param>
    /// <param name="published">The published week, for the demonstration; null elsewhere.</param>
    public static void Write(OutputFolder folder, StudyResult study, PolicyRuns? baseline, CliServices services, StudyResult? published = null)
    {
        foreach (var table in StudyReport.Tables(study))
            folder.Write(table.Name, writer => writer.Write(table.Content));
        folder.Write("study.json", StudyJson.Of(study, baseline));
        var options = new ReportOptions { ProductVersion = "", Baseline = baseline?.Policy.Label };
        if (StudyReport.Picture(study, options) is { } picture)
            folder.Write(picture.Name, writer => writer.Write(picture.Content));
        if (services.Report is not { } report)
            return;
        var request = new ReportRequest(study, baseline?.Policy.Label, published, [.. folder.Files], services.CommandText);
        folder.Write("report.html", writer => report.Write(request, writer));
    }
}
