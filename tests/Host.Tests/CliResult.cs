namespace ControlPlane.Host.Tests;

/// <summary>What a run of the command line left.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of stdout.</summary>
    public string[] Lines => Out.TrimEnd('\n').Split('\n');
}
