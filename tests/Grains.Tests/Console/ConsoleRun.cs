using System.Text.Json.Nodes;

namespace ControlPlane.Grains.Tests.Console;

/// <summary>What a command of the console left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it wrote to stdout.</param>
/// <param name="Error">What it wrote to stderr.</param>
internal sealed record ConsoleRun(int ExitCode, string Out, string Error)
{
    /// <summary>Stdout as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Out)!;

    /// <summary>The only line of stderr.</summary>
    public string Complaint => Assert.Single(Error.TrimEnd().Split('\n')).TrimEnd();
}
