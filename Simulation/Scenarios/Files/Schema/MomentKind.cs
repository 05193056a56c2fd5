using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A moment in UTC such as <c>2023-06-01T00:00Z</c>. What has no offset is refused: it would mean another moment in another place.</summary>
internal sealed class MomentKind : Kind<DateTimeOffset>
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <inheritdoc/>
    public override string Expected => "a moment with its offset, such as 2023-06-01T00:00Z";

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out DateTimeOffset value)
    {
        value = default;
        if (node is not YamlScalar { IsNull: false } scalar || !HasOffset(scalar.Text))
            return Refuse(node, problems, out value);
        if (!DateTimeOffset.TryParseExact(scalar.Text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return Refuse(node, problems, out value);
        value = moment.ToUniversalTime();
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new()
    {
        ["type"] = "string",
        ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$",
    };

    private static bool HasOffset(string text) => text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':';
}
