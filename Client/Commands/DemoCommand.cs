using System.Text.Json.Nodes;
using ControlPlane.Client.Demo;
using ControlPlane.Client.Generation;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Commands;

/// <summary><c>demo</c>: the published study, reproduced, explained and surpassed.</summary>
internal static class DemoCommand
{
    private const string DefaultFolder = "./out/paper";

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("demo", "Reproduce the published study beside its printed figures, hold every policy against the optimum, then run the AIGC day.")
        {
            Section = CommandSection.Simulate,
            Details = ["Fails (exit code 1) when DP, UCB1 or JointNF do not come out as printed."],
            Examples = [("tables on screen, report and tables in ./out/paper", "controlplane demo"), ("files elsewhere", "controlplane demo --out reports/paper")],
        };
        var threads = new ThreadsInput();
        var output = new OutputInput();
        output.Folder.Description = $"Folder for the report, CSV tables and JSON (default: {DefaultFolder}).";
        command.AddGroup("What to run", threads.Option);
        command.AddGroup("Output", output.Writing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var folder = output.OpenFolder(result) ?? new OutputFolder(DefaultFolder);
            var quiet = output.IsQuiet(result);
            var run = new DemoRun(services, threads.Read(result), quiet);
            var writer = new DocumentWriter(services.Terminal, format);
            var asText = format == OutputFormat.Text;

            var published = run.Published();
            if (asText)
                writer.Write(DemoRun.DescribePublished(published));
            if (published.Partial)
                return StudyEnd.Finish(published, folder: null, baseline: null, services, quiet);
            var all = run.AllPolicies();
            if (asText)
                writer.Write(DemoRun.DescribeAll(all));
            if (all.Partial)
                return Finish(published, all, folder, services, quiet, asText);
            var (days, generation) = run.Generation();
            writer.Write(asText ? DemoRun.DescribeGeneration(days, generation) : Whole(published, all, DemoRun.DescribeGeneration(days, generation)));
            var aigc = new OutputFolder(Path.Combine(folder.Path, "aigc"));
            GenerationFolder.Write(aigc, days, generation, services);
            return Finish(published, all, folder, services, quiet, asText);
        });
        return command;
    }

    private static Document Whole(StudyResult published, StudyResult all, Document generation)
    {
        var tables = DemoRun.DescribePublished(published);
        return new Document
        {
            Csv = () => RunTables.ForPrograms(all),
            Json = () => new JsonObject { ["kind"] = "demo", ["version"] = 1, ["published"] = tables.Json(), ["study"] = StudyJson.Of(all), ["generation"] = generation.Json() },
        };
    }

    private static int Finish(StudyResult published, StudyResult all, OutputFolder folder, CliServices services, bool quiet, bool asText)
    {
        var tables = new PublishedTables(published);
        folder.Write("table_ii.csv", tables.Second());
        folder.Write("table_iii.csv", tables.Third());
        if (asText)
        {
            services.Terminal.Out.WriteLine();
            services.Terminal.Out.WriteLine($"Reports, tables and JSON: {folder.Path} and {Path.Combine(folder.Path, "aigc")}");
        }

        var code = StudyEnd.Finish(all, folder, baseline: null, services, quiet, published);
        if (tables.AllMatch)
            return code;
        Failures.WriteError(services.Terminal, "the published figures did not come out as printed: see the marks in Tables II and III");
        return ExitCode.Failure;
    }
}
