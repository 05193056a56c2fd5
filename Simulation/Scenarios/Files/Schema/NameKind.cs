using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A name: 1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit.</summary>
internal sealed class NameKind : Kind<YamlScalar>
{
    /// <summary>Longest name.</summary>
    public const int MaxLength = 64;

    /// <inheritdoc/>
    public override string Expected => "a name (letters, digits, '.', '_', '-')";

    /// <summary>Whether a text is a name.</summary>
    /// <param name="text">The text.</param>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxLength
        && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out YamlScalar value)
    {
        value = node as YamlScalar;
        return value is { IsNull: false } && IsName(value.Text) || Refuse(node, problems, out value);
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["type"] = "string", ["pattern"] = $"^[A-Za-z0-9][A-Za-z0-9._-]{{0,{MaxLength - 1}}}$" };
}
