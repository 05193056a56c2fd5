namespace ControlPlane.Silo.Hosting;

/// <summary>Where the program writes.</summary>
/// <param name="Out">The ready line or a schema, nothing else.</param>
/// <param name="Error">Everything else.</param>
internal sealed record Streams(TextWriter Out, TextWriter Error);
