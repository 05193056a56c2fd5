using System.Text.Json.Serialization;

namespace ControlPlane.Silo.Http.Bodies;

/// <summary>Whether a host lives or takes work.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not ready</c>.</param>
/// <param name="Reason">With <c>not ready</c>: what kept it from work, as far as anybody may know it; otherwise absent.</param>
public sealed record HealthView(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);
