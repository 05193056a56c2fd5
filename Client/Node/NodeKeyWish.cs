using System.Text.Json.Serialization;

namespace ControlPlane.Client.Node;

/// <summary>A key to be made.</summary>
/// <param name="Name">Who it is for.</param>
/// <param name="Role">What it may do: viewer, submitter, operator, admin or agent.</param>
/// <param name="Site">With the role agent: its site.</param>
/// <param name="Tenant">The only tenant whose jobs it may submit; null for all.</param>
/// <param name="ExpiresInS">When it stops to be valid, seconds from now; null for never.</param>
internal sealed record NodeKeyWish(
    string Name,
    string Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Site = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Tenant = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ExpiresInS = null);
