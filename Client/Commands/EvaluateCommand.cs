using System.CommandLine;
using ControlPlane.Client.Evaluation;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Progress;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Reports.Evaluation;

namespace ControlPlane.Client.Commands;

/// <summary><c>evaluate MODEL...</c>: trained models beside rules, against the frontier.</summary>
internal static class EvaluateCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("evaluate", "Hold trained models beside rules against the energy-service frontier, over scenarios, loads and budgets.")
        {
            Section = CommandSection.Simulate,
            Details =
            [
                "Every policy sees the same arrivals and sizes for a seed. Policies that take a budget of the mean service time have a row for each, others one. "
                + "'above frontier' is the energy per true unit above the least possible at the realised load and service time.",
            ],
            Examples =
            [
                ("the model that comes with the product, beside six rules", "controlplane evaluate shipped"),
                ("a model of one's own where it was not trained: other loads, a lost site, prices", "controlplane evaluate out/training/best.model -s paper-independent -s lost-site --loads 0.7,1,1.5"),
                ("two models at three budgets, with a page of the frontier", "controlplane evaluate a.model b.model --policies fluid --budgets none,1250,700 --report frontier.html"),
            ],
        };
        var what = new EvaluationInput(services.Scenarios);
        var output = new OutputInput();
        var page = new Option<string?>("--report") { HelpName = "FILE", Description = "Also write a page with the frontier and all points." };
        command.Add(what.Models);
        command.AddGroup("What to run", what.All);
        command.AddGroup("Output", [.. output.Printing, page]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            if (result.GetValue(page) is { } report)
                WritableFolder.Check(Path.GetDirectoryName(report) ?? "", page.Name);
            var plan = what.Read(result);
            var quiet = output.IsQuiet(result);
            var cells = new EvaluationRunner(plan, services.Cancellation).Run(ProgressViews.For(services.Terminal, quiet));
            if (cells.Count == 0)
                throw new OperationCanceledException();
            new DocumentWriter(services.Terminal, format).Write(Describe(cells, plan));
            if (result.GetValue(page) is { } file)
                Write(file, cells, plan, services, quiet);
            if (cells.Count == plan.Scenarios.Count * plan.Loads.Count)
                return ExitCode.Success;
            Failures.WriteError(services.Terminal, "cancelled: scenarios and loads that were not done are left out");
            return ExitCode.Failure;
        });
        return command;
    }

    private static Document Describe(IReadOnlyList<EvaluationCell> cells, EvaluationPlan plan) => new()
    {
        Heading = [.. plan.Scenarios.Select(StudyHeading.Of), Show.Count(plan.Seeds.Count, "seed")],
        Tables = [.. cells.Select(EvaluationTables.Of)],
        Csv = () => EvaluationTables.ForPrograms(cells),
        Json = () => EvaluationTables.Json(cells, plan),
    };

    private static void Write(string file, IReadOnlyList<EvaluationCell> cells, EvaluationPlan plan, CliServices services, bool quiet)
    {
        TextFile.Write(file, EvaluationReport.Html(cells, plan.Seeds, new ReportOptions { ProductVersion = StudyReportWriter.Version, CommandLine = services.CommandText }));
        if (!quiet)
            services.Terminal.Error.WriteLine($"wrote {file}");
    }
}
