namespace ControlPlane.Silo.Hosting;

/// <summary>The storage cannot be reached: exit code 3. The message is one line.</summary>
/// <param name="message">What was tried and what came back.</param>
/// <param name="inner">The driver's error.</param>
internal sealed class StorageException(string message, Exception inner) : Exception(message, inner);
