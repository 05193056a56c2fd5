using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Planning;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>plan solvers</c>: the solvers of this machine.</summary>
internal static class PlanSolversCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("solvers", "List the solvers of whole numbers that this machine has.")
        {
            Section = CommandSection.Understand,
            Details = ["None but the built-in one is part of this product, and nothing is ever installed. --solver auto takes the first that is there."],
            Examples = [("what is there, and where", "controlplane plan solvers")],
        };
        var output = new OutputInput();
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var table = new Table("", [Column.Words("solver", "--solver"), Column.Words("found", "found"), Column.Words("place", "where, or what was looked for")]);
            foreach (var finding in SolverChoice.Describe())
                table.Add(Cell.Of(finding.Name), finding.Solver is { } solver ? Cell.Of(solver) : new Cell("not there", null, CellMark.Faint), Cell.Of(finding.Location ?? finding.LookedFor));
            new DocumentWriter(services.Terminal, output.Format(result)).Write(new Document { Tables = [table], Csv = () => table, Json = () => JsonText.Rows(table) });
            return ExitCode.Success;
        });
        return command;
    }
}
