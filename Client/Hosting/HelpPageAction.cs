using System.CommandLine;
using System.CommandLine.Invocation;

namespace ControlPlane.Client.Hosting;

/// <summary>Shows the help page of a command.</summary>
/// <param name="terminal">Where to write.</param>
internal sealed class HelpPageAction(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var page = new HelpPage(terminal);
        page.Write(parseResult.CommandResult.Command);
        return ExitCode.Success;
    }
}
