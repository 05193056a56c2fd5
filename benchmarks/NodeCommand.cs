using ControlPlane.Benchmarks.Node;
using ControlPlane.Benchmarks.Node.Load;

namespace ControlPlane.Benchmarks;

/// <summary>Measurements of one embedded node: <c>node journal</c>, <c>node load</c>.</summary>
internal static class NodeCommand
{
    /// <summary>Runs one of them; exit code 1 if a bar is missed.</summary>
    /// <param name="arguments">Arguments after the verb.</param>
    public static int Run(string[] arguments) => arguments switch
    {
        ["journal", .. var options] => JournalCommand.Run(options),
        ["load", .. var options] => LoadCommand.Run(options),
        _ => throw new ArgumentException("node measures: journal, load.", nameof(arguments)),
    };
}
