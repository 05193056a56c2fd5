using ControlPlane.Client.Node;
using ControlPlane.Client.Node.Serving;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Hosting;

/// <summary>Turns exceptions into messages on stderr and exit codes.</summary>
internal static class Failures
{
    /// <summary>Reports a failure.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="terminal">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static int Report(Exception failure, Terminal terminal)
    {
        while (failure is AggregateException { InnerException: { } inner })
            failure = inner;
        switch (failure)
        {
            case InputException:
                WriteError(terminal, failure.Message);
                return ExitCode.BadInput;
            case ScenarioException scenario:
                foreach (var problem in scenario.Problems)
                    WriteError(terminal, problem.ToString());
                return ExitCode.BadInput;
            case RegionUnreachableException:
                WriteError(terminal, failure.Message);
                return ExitCode.Unreachable;
            case NodeRefusedException refusal:
                WriteError(terminal, refusal.Message);
                return refusal.ExitCode;
            case NodeFailedException failed:
                WriteError(terminal, failed.Message);
                return failed.ExitCode;
            case NodeUnreachableException:
                WriteError(terminal, failure.Message);
                return ExitCode.Unreachable;
            case OperationCanceledException:
                WriteError(terminal, "cancelled before there was a result");
                return ExitCode.Failure;
            default:
                return ReportUnexpected(failure, terminal);
        }
    }

    /// <summary>Writes <c>error: message</c>.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="message">One line.</param>
    public static void WriteError(Terminal terminal, string message) => WriteMarked(terminal, "error:", "31", message);

    /// <summary>Writes <c>warning: message</c>.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="message">One line.</param>
    public static void WriteWarning(Terminal terminal, string message) => WriteMarked(terminal, "warning:", "33", message);

    private static int ReportUnexpected(Exception failure, Terminal terminal)
    {
        WriteError(terminal, $"unexpected: {failure.Message.ReplaceLineEndings(" ")}");
        terminal.Error.WriteLine(terminal.Debug ? failure.ToString() : "Set CONTROLPLANE_DEBUG=1 and run it again for details.");
        return ExitCode.Failure;
    }

    private static void WriteMarked(Terminal terminal, string mark, string colour, string message) =>
        terminal.Error.WriteLine(terminal.ErrorIsTerminal && terminal.Colour ? $"\u001b[1;{colour}m{mark}\u001b[0m {message}" : $"{mark} {message}");
}
