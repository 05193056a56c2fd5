using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans.Files;
using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Reports.Plans;

namespace ControlPlane.Client.Planning;

/// <summary>The folder of <c>--out</c> for plans.</summary>
internal static class PlanFolder
{
    /// <summary>Writes a plan with its instance, so that it can be checked and repeated.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="instance">What was planned for.</param>
    /// <param name="result">The plan.</param>
    /// <param name="services">Terminal and command line.</param>
    /// <param name="quiet">Whether no word is said of it.</param>
    public static void Write(OutputFolder folder, JointInstance instance, JointResult result, CliServices services, bool quiet)
    {
        folder.Write("instance.json", writer => writer.Write(InstanceFile.Write(instance)));
        folder.Write("plan.json", writer => writer.Write(PlanFile.Write(instance, result)));
        folder.Write("plan_jobs.csv", PlanTables.Jobs(instance, result.Plan!));
        folder.Write("plan_slots.csv", PlanSiteTables.Slots(instance, result));
        folder.Write("report.html", writer => writer.Write(PlanReport.Html(instance, result, Options(folder, services))));
        Say(folder, services, quiet);
    }

    /// <summary>Writes a comparison.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="study">The comparison.</param>
    /// <param name="services">Terminal and command line.</param>
    /// <param name="quiet">Whether no word is said of it.</param>
    public static void Write(OutputFolder folder, PlanStudy study, CliServices services, bool quiet)
    {
        folder.Write("plans.csv", ComparisonTables.Runs(study));
        if (study.Sweep.Count > 0)
            folder.Write("carbon_sweep.csv", ComparisonTables.Sweep(study));
        folder.Write("plans.json", ComparisonTables.Json(study));
        folder.Write("report.html", writer => writer.Write(PlanStudyReport.Html(study, Options(folder, services))));
        Say(folder, services, quiet);
    }

    /// <summary>Writes what was planned again and again; of the first instance what was carried out as a plan, so that it can be checked.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="study">The runs.</param>
    /// <param name="services">Terminal and command line.</param>
    /// <param name="quiet">Whether no word is said of it.</param>
    public static void Write(OutputFolder folder, RollStudy study, CliServices services, bool quiet)
    {
        var first = study.Runs[0];
        folder.Write("instance.json", writer => writer.Write(InstanceFile.Write(first.Instance)));
        folder.Write("plan.json", writer => writer.Write(PlanFile.Write(first.Instance, first.Result)));
        folder.Write("roll.csv", RollTables.Runs(study));
        folder.Write("roll_benefit.csv", RollTables.Slots(study));
        folder.Write("roll_solves.csv", RollTables.Solves(study));
        folder.Write("roll.json", RollTables.Json(study));
        folder.Write("report.html", writer => writer.Write(RollReport.Html(study, Options(folder, services))));
        Say(folder, services, quiet);
    }

    private static ReportOptions Options(OutputFolder folder, CliServices services) => new()
    {
        ProductVersion = StudyReportWriter.Version,
        CommandLine = services.CommandText,
        CsvFiles = [.. folder.Files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal))],
    };

    private static void Say(OutputFolder folder, CliServices services, bool quiet)
    {
        if (!quiet)
            services.Terminal.Error.WriteLine($"wrote {string.Join(", ", folder.Files)} to {folder.Path}");
    }
}
