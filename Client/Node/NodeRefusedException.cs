namespace ControlPlane.Client.Node;

/// <summary>A node answers that it does not do what it was asked. The message is one line.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="message">Why, from the node's problem details.</param>
/// <param name="retryAfter">When it makes sense to try again; null when the node does not say.</param>
internal sealed class NodeRefusedException(int status, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status => status;

    /// <summary>When it makes sense to try again; null when the node does not say.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether the same call may be answered later: the node is full, starts, stops, or something before it does.</summary>
    public bool IsPassing => status is 408 or 429 or 502 or 503 or 504;

    /// <summary>The exit code of a command that was refused so.</summary>
    public int ExitCode => status switch
    {
        401 or 403 => Hosting.ExitCode.Unreachable,
        _ when IsPassing => Hosting.ExitCode.Unreachable,
        >= 400 and < 500 => Hosting.ExitCode.BadInput,
        _ => Hosting.ExitCode.Failure,
    };
}
