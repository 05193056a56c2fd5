namespace ControlPlane.Client.Hosting;

/// <summary>The exit codes of the console, a contract for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>It ran, but a check failed, it was cancelled with partial results, or something unexpected happened.</summary>
    public const int Failure = 1;

    /// <summary>Bad input or usage; nothing was run or written.</summary>
    public const int BadInput = 2;

    /// <summary>A live region or a node cannot be reached, is full or does not take the key: trying again later may help.</summary>
    public const int Unreachable = 3;
}
