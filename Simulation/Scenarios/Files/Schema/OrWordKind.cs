using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A value, or a word that says that there is none, such as <c>none</c> or <c>all</c>.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="word">The word.</param>
/// <param name="inner">The kind of the value.</param>
internal sealed class OrWordKind<T>(string word, Kind<T> inner) : Kind<Maybe<T>>
{
    /// <inheritdoc/>
    public override string Expected => $"'{word}' or {inner.Expected}";

    /// <inheritdoc/>
    public override IEnumerable<SectionSchema> Sections => inner.Sections;

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out Maybe<T> value)
    {
        value = default;
        if (node is YamlScalar scalar && scalar.Text == word)
            return true;
        if (node is YamlScalar { IsNull: true })
            return Refuse(node, problems, out value);
        if (!inner.TryRead(node, problems, out var read))
            return false;
        value = new Maybe<T>(true, read);
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = word }, inner.ToJson()) };
}
