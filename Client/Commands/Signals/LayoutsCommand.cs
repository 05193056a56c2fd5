using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Client.Commands.Signals;

/// <summary><c>signals layouts</c>: every layout with its header.</summary>
internal static class LayoutsCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("layouts", "List the layouts that are read, with their headers and rules.")
        {
            Section = CommandSection.Tools,
            Details = ["Columns are found by name, in any order; further columns do no harm."],
            Examples = [("all of them", "controlplane signals layouts"), ("their names", "controlplane signals layouts --json | jq -r '.[].layout'")],
        };
        var output = new OutputInput();
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var table = new Table("", [Column.Words("layout", "layout"), Column.Words("title", "what"), Column.Words("header", "header"), Column.Words("notes", "rules")]);
            foreach (var layout in SignalLayouts.All)
                table.Add(Cell.Of(layout.Name), Cell.Of(layout.Title), Cell.Of(layout.Header), Cell.Of(layout.Notes));
            new DocumentWriter(services.Terminal, output.Format(result)).Write(new Document
            {
                Heading = [.. SignalLayouts.All.SelectMany((l, i) => (string[])[.. i > 0 ? [""] : Array.Empty<string>(), $"{l.Name}: {l.Title}", $"  {l.Header}", $"  {l.Notes}"])],
                Csv = () => table,
                Json = () => JsonText.Rows(table),
            });
            return ExitCode.Success;
        });
        return command;
    }
}
