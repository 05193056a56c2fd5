using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Silo.Http.Bodies;

/// <summary>A key to be made.</summary>
/// <param name="Name">Who it is for, 1 to 64 letters, digits, dots, hyphens and underscores: the audit log names it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Site">With the role agent, and only with it: its site.</param>
/// <param name="Tenant">With the roles viewer and submitter: the only tenant that it is for; null for all.</param>
/// <param name="ExpiresInS">When it stops to be valid, seconds from now; null for never.</param>
public sealed record KeyBody(string Name, Role Role, string? Site, string? Tenant, double? ExpiresInS);
