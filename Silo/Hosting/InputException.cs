namespace ControlPlane.Silo.Hosting;

/// <summary>Arguments or configuration cannot be used: exit code 2. The message is one line that says what is allowed.</summary>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class InputException(string message) : Exception(message);
