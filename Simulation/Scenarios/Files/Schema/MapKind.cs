using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>Named values.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
/// <param name="item">Kind of the values.</param>
/// <param name="what">What they are, plural, for messages.</param>
/// <param name="maximum">Most values.</param>
internal sealed class MapKind<T>(Kind<T> item, string what, int maximum) : Kind<IReadOnlyDictionary<string, T>>
{
    /// <inheritdoc/>
    public override string Expected => $"a mapping of names to {what}";

    /// <inheritdoc/>
    public override IEnumerable<SectionSchema> Sections => item.Sections;

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> value)
    {
        if (node is not YamlMapping mapping)
            return Refuse(node, problems, out value);
        if (mapping.Entries.Count > maximum)
            return Refuse(node, problems, out value, $"it has {mapping.Entries.Count}, at most {maximum} are allowed");
        var values = new Dictionary<string, T>();
        foreach (var (key, child) in mapping.Entries)
        {
            if (!NameKind.IsName(key.Text))
                problems.Add(key, $"the key must be a name (letters, digits, '.', '_', '-'), not {key.Described}");
            else if (item.TryRead(child, problems, out var read))
                values.Add(key.Text, read);
        }

        value = values;
        return values.Count == mapping.Entries.Count;
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["type"] = "object", ["additionalProperties"] = item.ToJson() };
}
