namespace ControlPlane.Client.Node.Serving;

/// <summary>A node that was started here does not run. The message is one line.</summary>
/// <param name="message">Why, as the node said it.</param>
/// <param name="exitCode">The exit code of the command.</param>
internal sealed class NodeFailedException(string message, int exitCode) : Exception(message)
{
    /// <summary>The exit code of the command.</summary>
    public int ExitCode => exitCode;
}
