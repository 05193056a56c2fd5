namespace ControlPlane.Client.Hosting;

/// <summary>No silo of a live region answers: exit code 3. Trying again later may help. The message is one line.</summary>
/// <param name="message">What was tried and what came back.</param>
internal sealed class RegionUnreachableException(string message) : Exception(message);
