using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Reports.Generation;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Generation;

/// <summary>The folder of <c>--out</c> for days of generation.</summary>
internal static class GenerationFolder
{
    /// <summary>Writes it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="days">The scenario.</param>
    /// <param name="study">The rules with their days.</param>
    /// <param name="services">Terminal and report.</param>
    public static void Write(OutputFolder folder, GenerationDays days, IReadOnlyList<GenerationPolicyDays> study, CliServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        folder.Write("generation_runs.csv", GenerationTables.ForPrograms(days.Day.Name, study));
        folder.Write("generation_slots.csv", GenerationSlotsTable.Of(study));
        folder.Write("generation.json", GenerationTables.Json(days.Day.Name, study));
        var options = new ReportOptions { ProductVersion = StudyReportWriter.Version, CommandLine = services.CommandText, CsvFiles = ["generation_runs.csv"] };
        folder.Write("report.html", writer => writer.Write(GenerationReport.Html(days, study, options)));
    }
}
