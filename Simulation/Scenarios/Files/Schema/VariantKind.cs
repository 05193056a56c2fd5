using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A mapping whose keys depend on the word under one of them, such as <c>distribution: pareto</c>.</summary>
/// <param name="tag">The key that says which variety it is; every variety has this field.</param>
/// <param name="varieties">The words and the keys of each variety.</param>
internal sealed class VariantKind(string tag, IReadOnlyList<(string Word, SectionSchema Schema)> varieties) : Kind<Variant>
{
    private readonly string[] _words = [.. varieties.Select(v => v.Word)];
    private readonly SectionKind[] _kinds = [.. varieties.Select(v => new SectionKind(v.Schema))];

    /// <inheritdoc/>
    public override string Expected => $"a mapping with {tag}: {string.Join(" | ", _words)}";

    /// <inheritdoc/>
    public override IEnumerable<SectionSchema> Sections => varieties.Select(v => v.Schema);

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out Variant value)
    {
        if (node is not YamlMapping mapping)
            return Refuse(node, problems, out value);
        value = null;
        if (!mapping.TryGet(tag, out var word))
        {
            problems.AddMissing(mapping, tag, $"is missing; it must be one of {string.Join(", ", _words)}");
            return false;
        }

        var index = Array.IndexOf(_words, (word as YamlScalar)?.Text);
        if (index < 0)
        {
            var hint = word is YamlScalar scalar && Suggestion.Nearest(scalar.Text, _words) is { } near ? $" (did you mean '{near}'?)" : "";
            problems.Add(word, $"must be one of {string.Join(", ", _words)}, not {word.Described}{hint}");
            return false;
        }

        if (!_kinds[index].TryRead(node, problems, out var section))
            return false;
        value = new Variant(_words[index], section);
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["anyOf"] = new JsonArray([.. _kinds.Select(k => k.ToJson())]) };
}
