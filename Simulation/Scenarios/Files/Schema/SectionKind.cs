using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A mapping with known keys.</summary>
/// <param name="schema">The keys.</param>
internal sealed class SectionKind(SectionSchema schema) : Kind<Section>
{
    /// <inheritdoc/>
    public override string Expected =>
        $"a mapping with {string.Join(", ", schema.Fields.Take(8).Select(f => f.Name))}{(schema.Fields.Count > 8 ? ", …" : "")}";

    /// <inheritdoc/>
    public override IEnumerable<SectionSchema> Sections => [schema];

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out Section value)
    {
        if (node is not YamlMapping mapping)
            return Refuse(node, problems, out value);
        var values = new Dictionary<Field, object?>();
        var misspelt = new HashSet<string>();
        var isAllowed = true;
        foreach (var (key, child) in mapping.Entries)
        {
            if (schema.Find(key.Text) is not { } field)
                isAllowed = RefuseKey(mapping, key, problems, misspelt);
            else if (field.TryRead(child, problems, out var read))
                values.Add(field, read);
            else
                isAllowed = false;
        }

        value = new Section(mapping, values);
        return isAllowed & HasAllRequired(mapping, problems, misspelt) & HasExactlyOne(mapping, problems, misspelt);
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => JsonSchemaWriter.Section(schema);

    private bool RefuseKey(YamlMapping mapping, YamlScalar key, Problems problems, HashSet<string> misspelt)
    {
        var names = schema.Fields.Select(f => f.Name).ToList();
        if (Suggestion.Nearest(key.Text, names) is { } meant)
            misspelt.Add(meant);
        var hint = Suggestion.For(key.Text, names, "known keys");
        var path = YamlNode.Join(mapping.Path, Shown.Quote(key.Text).Trim('\'') is { Length: > 0 } shown ? shown : "''");
        problems.Add(new ScenarioProblem(key.File, key.Line, key.Column, path, $"unknown key; {hint}"));
        return false;
    }

    // A key that is there under a wrong name is not reported as missing too.
    private bool HasAllRequired(YamlMapping mapping, Problems problems, HashSet<string> misspelt)
    {
        var missing = schema.Fields.Where(f => f.IsRequired && !mapping.TryGet(f.Name, out _) && !misspelt.Contains(f.Name)).ToList();
        foreach (var field in missing)
            problems.AddMissing(mapping, field.Name, $"is missing; it must be {field.Kind.Expected}");
        return missing.Count == 0;
    }

    private bool HasExactlyOne(YamlMapping mapping, Problems problems, HashSet<string> misspelt)
    {
        if (schema.ExactlyOneOf.Count == 0 || schema.ExactlyOneOf.Any(f => misspelt.Contains(f.Name)))
            return true;
        var count = schema.ExactlyOneOf.Count(f => mapping.TryGet(f.Name, out _));
        if (count != 1)
            problems.Add(mapping, $"needs exactly one of {string.Join(", ", schema.ExactlyOneOf.Select(f => f.Name))}, not {(count == 0 ? "none" : count)}");
        return count == 1;
    }
}
