namespace ControlPlane.Silo.Http.Bodies;

/// <summary>Whether a host lives or takes work.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not ready</c>.</param>
public sealed record HealthView(string Status);
