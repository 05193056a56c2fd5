namespace ControlPlane.Silo.Http.Keys;

/// <summary>What is kept of a key. The key itself is not among it.</summary>
/// <param name="Id">Names it among the others: two keys may have one name while one takes over from the other.</param>
/// <param name="Name">Who it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Site">With the role agent: its site; otherwise null.</param>
/// <param name="Tenant">The only tenant whose jobs it sees and submits; null for all. With the roles viewer and submitter only.</param>
/// <param name="Hash">SHA-256 of the key, 64 hexadecimal digits.</param>
/// <param name="LastFour">Its last four characters, by which people know it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it stops to be valid; null for never.</param>
/// <param name="Lasts">How long it was made to last, whatever ended it since; null for ever. A key that takes over from it lasts as long.</param>
public sealed record ApiKey(
    string Id, string Name, Role Role, string? Site, string? Tenant, string Hash, string LastFour, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    TimeSpan? Lasts)
{
    /// <summary>Whether it is valid.</summary>
    /// <param name="now">The time.</param>
    public bool IsValid(DateTimeOffset now) => ExpiresAt is not { } end || now < end;
}
