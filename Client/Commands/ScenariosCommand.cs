using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Commands;

/// <summary><c>scenarios</c>: the catalogue.</summary>
internal static class ScenariosCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("scenarios", "List the scenarios that can be named.")
        {
            Section = CommandSection.Understand,
            Examples = [("the catalogue", "controlplane scenarios"), ("one of them in detail", "controlplane show lost-site")],
        };
        var output = new OutputInput();
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var table = new Table("", [Column.Words("name", "scenario"), Column.Words("title", "title"), Column.Words("command", "run with")]);
            var days = services.Scenarios.GenerationNames;
            foreach (var name in services.Scenarios.Names.Concat(days))
                table.Add(Cell.Of(name), Cell.Of(services.Scenarios.TitleOf(name)), Cell.Of(days.Contains(name) ? "aigc" : "simulate, compare"));
            new DocumentWriter(services.Terminal, output.Format(result)).Write(new Document
            {
                Tables = [table],
                Closing = ["Any YAML file can be given instead of a name: controlplane show ./my-fleet.yaml"],
                Csv = () => table,
                Json = () => JsonText.Rows(table),
            });
            return ExitCode.Success;
        });
        return command;
    }
}
