using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Silo.Http.Bodies;

/// <summary>A key as the API shows it: never the key itself.</summary>
/// <param name="Id">Names it among the others.</param>
/// <param name="Name">Who it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Site">With the role agent: its site.</param>
/// <param name="Tenant">The only tenant that it is for; null for all.</param>
/// <param name="LastFour">Its last four characters.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it stops, or stopped, to be valid; null for never.</param>
/// <param name="IsValid">Whether it is valid now.</param>
public sealed record KeyView(
    string Id, string Name, Role Role, string? Site, string? Tenant, string LastFour, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, bool IsValid)
{
    /// <summary>Shows a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="now">The time.</param>
    public static KeyView Of(ApiKey key, DateTimeOffset now) =>
        new(key.Id, key.Name, key.Role, key.Site, key.Tenant, key.LastFour, key.CreatedAt, key.ExpiresAt, key.IsValid(now));
}
