namespace ControlPlane.Grains.Tests.Processes;

/// <summary>How a silo process ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it wrote to stdout after the ready line.</param>
/// <param name="Error">All that it wrote to stderr.</param>
public sealed record SiloEnd(int ExitCode, string Out, string Error);
