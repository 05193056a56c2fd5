using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Commands.Node;

/// <summary>What commands that ask a node one thing have in common.</summary>
internal static class NodeAction
{
    /// <summary>Adds the node's and the output's options and what to do: ask, then print.</summary>
    /// <param name="command">The command.</param>
    /// <param name="services">What it works with.</param>
    /// <param name="ask">Asks; gives what to print.</param>
    public static CliCommand Asks(this CliCommand command, CliServices services, Func<ParseResult, NodeClient, CancellationToken, Task<Document>> ask) =>
        command.Does(services, async (result, node, writer) =>
        {
            writer.Write(await ask(result, node, services.Cancellation).ConfigureAwait(false));
            return ExitCode.Success;
        });

    /// <summary>Adds the node's and the output's options and what to do.</summary>
    /// <param name="command">The command.</param>
    /// <param name="services">What it works with.</param>
    /// <param name="act">What to do; gives the exit code.</param>
    public static CliCommand Does(this CliCommand command, CliServices services, Func<ParseResult, NodeClient, DocumentWriter, Task<int>> act)
    {
        var node = new NodeInput();
        var output = new OutputInput();
        command.AddGroup("Node", node.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var writer = new DocumentWriter(services.Terminal, output.Format(result));
            using var client = node.Connect(result, services, output.IsQuiet(result));
            return act(result, client, writer).GetAwaiter().GetResult();
        });
        return command;
    }
}
