using System.Text.Json.Serialization;

namespace ControlPlane.Client.Node.Contexts;

/// <summary>A node under a name of the user's.</summary>
/// <param name="Name">The name.</param>
/// <param name="Node">Base address of its HTTP API.</param>
/// <param name="Key">The key for it, and only for it; null for none.</param>
internal sealed record NodeContext(string Name, Uri Node, string? Key)
{
    private const int LongestName = 63;
    private const int Shown = 4;

    /// <summary>What may be shown of the key.</summary>
    [JsonIgnore]
    public string? KeyEnd => Key is { Length: > 3 * Shown } key ? key[^Shown..] : null;

    /// <summary>What a name must have.</summary>
    public static string AllowedName => $"1 to {LongestName} letters, digits, dots, dashes or underscores";

    /// <summary>Whether a text is a name.</summary>
    /// <param name="text">The text.</param>
    public static bool IsName(string text) => text.Length is > 0 and <= LongestName && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
