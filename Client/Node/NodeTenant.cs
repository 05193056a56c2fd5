namespace ControlPlane.Client.Node;

/// <summary>A tenant as a node shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Live">Jobs of it that have not ended.</param>
/// <param name="Quota">The most that it may have; null for any number.</param>
internal sealed record NodeTenant(string Name, long Live, long? Quota);
