using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A text.</summary>
/// <param name="maxLength">Most characters.</param>
internal sealed class TextKind(int maxLength) : Kind<YamlScalar>
{
    /// <inheritdoc/>
    public override string Expected => $"a text of at most {maxLength} characters";

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out YamlScalar value)
    {
        value = node as YamlScalar;
        return value is { IsNull: false } && value.Text.Length <= maxLength || Refuse(node, problems, out value);
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["type"] = "string", ["maxLength"] = maxLength };
}
