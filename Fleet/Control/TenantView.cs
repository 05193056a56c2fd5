namespace ControlPlane.Fleet.Control;

/// <summary>A tenant as a host shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Live">Its jobs that have not ended.</param>
/// <param name="Quota">The most of these that it may have, 0 to 1 000 000; null for no limit of its own.</param>
public sealed record TenantView(string Name, long Live, int? Quota);
