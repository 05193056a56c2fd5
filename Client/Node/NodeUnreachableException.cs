namespace ControlPlane.Client.Node;

/// <summary>A node gives no answer: the outcome of the call is unknown, and it may be made again. Exit code 3. The message is one line.</summary>
/// <param name="message">What was tried and what came back.</param>
internal sealed class NodeUnreachableException(string message) : Exception(message);
