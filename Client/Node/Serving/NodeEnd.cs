namespace ControlPlane.Client.Node.Serving;

/// <summary>How a node's process ended.</summary>
/// <param name="ExitCode">Its exit code; 128 and the signal's number when one ended it.</param>
/// <param name="Error">The last error that it wrote; null if none.</param>
internal sealed record NodeEnd(int ExitCode, string? Error)
{
    private const int Signalled = 128;

    /// <summary>Bad arguments or configuration: starting it again as it is does not help.</summary>
    public bool IsHopeless => ExitCode == Hosting.ExitCode.BadInput;

    /// <summary>The signal that ended it; null if none did.</summary>
    public int? Signal => !OperatingSystem.IsWindows() && ExitCode is > Signalled and < Signalled + 65 ? ExitCode - Signalled : null;

    /// <summary>In words.</summary>
    public string Text => Signal switch
    {
        9 => "was killed (signal 9)",
        15 => "was ended (signal 15)",
        { } signal => $"was ended by signal {signal}",
        null => $"ended with exit code {ExitCode}{(Error is null ? "" : $": {Error}")}",
    };
}
