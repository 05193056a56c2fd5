using ControlPlane.Benchmarks.Node;

namespace ControlPlane.Benchmarks;

/// <summary>Measurements of one embedded node: <c>node journal</c>.</summary>
internal static class NodeCommand
{
    /// <summary>Runs one of them; exit code 1 if a bar is missed.</summary>
    /// <param name="arguments">Arguments after the verb.</param>
    public static int Run(string[] arguments) => arguments switch
    {
        ["journal", .. var options] => JournalCommand.Run(options),
        _ => throw new ArgumentException("node measures: journal.", nameof(arguments)),
    };
}
