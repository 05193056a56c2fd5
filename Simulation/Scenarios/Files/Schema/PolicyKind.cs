using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A policy: its name, or a mapping with <c>name</c> and its settings. The catalogue checks them later.</summary>
internal sealed class PolicyKind : Kind<PolicyEntry>
{
    private const string NameKey = "name";

    /// <inheritdoc/>
    public override string Expected => "a policy name or a mapping with name and settings";

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out PolicyEntry value)
    {
        value = null;
        if (node is YamlScalar { IsNull: false } name)
        {
            value = new PolicyEntry(name, []);
            return true;
        }

        if (node is not YamlMapping mapping)
            return Refuse(node, problems, out value);
        if (!mapping.TryGet(NameKey, out var named))
        {
            problems.AddMissing(mapping, NameKey, "is missing; it must be the name of a policy");
            return false;
        }

        var settings = mapping.Entries.Where(e => e.Key.Text != NameKey).ToList();
        var wrong = mapping.Entries.FirstOrDefault(e => e.Value is not YamlScalar { IsNull: false });
        if (wrong.Value is not null)
        {
            problems.Add(wrong.Value, $"must be a single value, not {wrong.Value.Described}");
            return false;
        }

        value = new PolicyEntry((YamlScalar)named, [.. settings.Select(e => (e.Key, (YamlScalar)e.Value))]);
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        var value = new JsonObject { ["type"] = new JsonArray("string", "number") };
        var mapping = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [NameKey] = new JsonObject { ["type"] = "string" } },
            ["required"] = new JsonArray(NameKey),
            ["additionalProperties"] = value,
        };
        return new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, mapping) };
    }
}
