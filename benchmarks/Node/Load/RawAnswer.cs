namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>An answer as it came.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="RetryAfterS">The header Retry-After, s; null without one.</param>
/// <param name="Body">The body, valid until the connection's next request.</param>
internal readonly record struct RawAnswer(int Status, int? RetryAfterS, ReadOnlyMemory<byte> Body);
