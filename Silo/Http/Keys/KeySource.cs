namespace ControlPlane.Silo.Http.Keys;

/// <summary>The keys, where there are any.</summary>
/// <param name="Ring">The keys; null with <c>--dev</c>.</param>
internal sealed record KeySource(KeyRing? Ring);
