namespace ControlPlane.Client.Node;

/// <summary>A key as a node shows it: never the key itself.</summary>
/// <param name="Id">Names it among the others.</param>
/// <param name="Name">Who it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Site">With the role agent: its site.</param>
/// <param name="Tenant">The only tenant whose jobs it may submit; null for all.</param>
/// <param name="LastFour">Its last four characters.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it stops, or stopped, to be valid; null for never.</param>
/// <param name="IsValid">Whether it is valid now.</param>
internal sealed record NodeKey(
    string Id, string Name, string Role, string? Site, string? Tenant, string LastFour, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, bool IsValid);
