using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Reports.Training;

namespace ControlPlane.Client.Training;

/// <summary>The page with the learning curves.</summary>
internal static class TrainingPage
{
    /// <summary>Writes it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="request">What was trained.</param>
    /// <param name="seeds">The sessions.</param>
    /// <param name="command">The command line as it was written.</param>
    public static void Write(OutputFolder folder, TrainRequest request, IReadOnlyList<TrainedSeed> seeds, string command)
    {
        var study = new TrainingStudy(
            request.What.Learner.Label, request.What.Scenario, request.What.HeldOut, request.What.Begin(request.Seeds[0]).FigureNames, [.. seeds.Select(s => s.Curve)]);
        var html = TrainingReport.Html(study, new ReportOptions { ProductVersion = StudyReportWriter.Version, CommandLine = command });
        folder.Write("report.html", writer => writer.Write(html));
    }
}
