using System.CommandLine;
using System.Text.Json.Nodes;
using ControlPlane.Client.Generation;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Commands;

/// <summary><c>validate FILE...</c>: every problem of scenario files.</summary>
internal static class ValidateCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("validate", "Check scenario files and list every problem with file, line and column.")
        {
            Section = CommandSection.Tools,
            Details = ["Included files and traces are checked too. Exit code 2 when a file has problems."],
            Examples = [("one file", "controlplane validate my-fleet.yaml"), ("for an editor or a build", "controlplane validate --json a.yaml b.yaml")],
        };
        var files = new Argument<string[]>("FILE") { Description = "Scenario files.", Arity = ArgumentArity.OneOrMore };
        var output = new OutputInput();
        command.Add(files);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var paths = result.GetRequiredValue(files);
            foreach (var path in paths.Where(p => !File.Exists(p)))
                throw new InputException($"there is no file '{path}'");
            var checks = paths.Select(Check).ToList();
            if (format == OutputFormat.Text)
                WriteText(checks, services.Terminal);
            else
                new DocumentWriter(services.Terminal, format).Write(Describe(checks));
            return checks.TrueForAll(c => c.Problems.Count == 0) ? ExitCode.Success : ExitCode.BadInput;
        });
        return command;
    }

    private static FileCheck Check(string path)
    {
        try
        {
            return new FileCheck(path, Summary(path), []);
        }
        catch (ScenarioException e)
        {
            return new FileCheck(path, "", e.Problems);
        }
    }

    private static string Summary(string path) =>
        ScenarioCatalog.KindOf(path) == ScenarioKind.Generation ? GenerationHeading.Of(GenerationReader.Read(path)) : StudyHeading.Of(ScenarioReader.Read(path));

    // One problem a line in the form that editors and compilers use.
    private static void WriteText(IReadOnlyList<FileCheck> checks, Terminal terminal)
    {
        foreach (var check in checks)
        {
            if (check.Problems.Count == 0)
                terminal.Out.WriteLine($"{check.File}: ok ({check.Summary})");
            foreach (var problem in check.Problems)
                terminal.Out.WriteLine(problem);
        }

        var problems = checks.Sum(c => c.Problems.Count);
        if (problems > 0)
            terminal.Out.WriteLine($"{Show.Count(problems, "problem")} in {Show.Count(checks.Count(c => c.Problems.Count > 0), "file")}");
    }

    private static Document Describe(IReadOnlyList<FileCheck> checks)
    {
        var table = new Table("", [
            Column.Words("file", ""), new Column("line", ""), new Column("column", ""), Column.Words("field", ""), Column.Words("message", "")]);
        foreach (var problem in checks.SelectMany(c => c.Problems))
            table.Add(Cell.Of(problem.File), Cell.Of(problem.Line), Cell.Of(problem.Column), Cell.Of(problem.Field), Cell.Of(problem.Message));
        return new Document
        {
            Csv = () => table,
            Json = () => new JsonObject
            {
                ["kind"] = "validation",
                ["version"] = 1,
                ["valid"] = checks.All(c => c.Problems.Count == 0),
                ["files"] = JsonText.Array(checks.Select(c => (JsonNode)c.File)),
                ["problems"] = JsonText.Rows(table),
            },
        };
    }

    private sealed record FileCheck(string File, string Summary, IReadOnlyList<ScenarioProblem> Problems);
}
