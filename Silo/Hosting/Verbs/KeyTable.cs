using ControlPlane.Silo.Http;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary>Keys as text.</summary>
internal static class KeyTable
{
    private static readonly string[] Heads = ["id", "name", "role", "for", "ends in", "made", "valid until", "valid"];

    /// <summary>One key as a sentence without its full stop.</summary>
    /// <param name="key">The key.</param>
    public static string Sentence(ApiKey key)
    {
        var scope = Scope(key.Site, key.Tenant) is { Length: > 0 } bound ? $" for {bound}" : "";
        return $"key {key.Id} ({key.Name}, {Words<Role>.Of(key.Role)}{scope}, ends in {key.LastFour}) is valid until {Until(key.ExpiresAt)}";
    }

    /// <summary>All keys as a table.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(IReadOnlyList<KeyView> keys, TextWriter output)
    {
        string[][] rows =
        [
            Heads,
            .. keys.Select(k => new[]
            {
                k.Id, k.Name, Words<Role>.Of(k.Role), Scope(k.Site, k.Tenant), k.LastFour, Time(k.CreatedAt), Until(k.ExpiresAt), k.IsValid ? "yes" : "no",
            }),
        ];
        var widths = Enumerable.Range(0, Heads.Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }

    private static string Scope(string? site, string? tenant) => (site, tenant) switch
    {
        ({ } name, _) => $"site {name}",
        (_, { } name) => $"tenant {name}",
        _ => "",
    };

    private static string Until(DateTimeOffset? end) => end is { } time ? Time(time) : "it is ended";

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
