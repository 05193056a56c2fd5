namespace ControlPlane.Client.Node;

/// <summary>A node and how to speak with it.</summary>
/// <param name="Address">Base address of its HTTP API.</param>
/// <param name="Key">The key; null for none.</param>
/// <param name="GiveUp">How long a call that fails is repeated.</param>
internal sealed record NodeTarget(Uri Address, string? Key, TimeSpan GiveUp);
