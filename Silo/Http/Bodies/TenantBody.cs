namespace ControlPlane.Silo.Http.Bodies;

/// <summary>What a tenant may have.</summary>
/// <param name="Quota">The most jobs that have not ended, 0 to 1 000 000; null for no limit of its own.</param>
public sealed record TenantBody(int? Quota);
