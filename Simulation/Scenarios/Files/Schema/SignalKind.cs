using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A number that may change with time: one value for ever, or where the values come from.</summary>
/// <param name="constant">The kind of the one value.</param>
/// <param name="source">Where values come from.</param>
/// <param name="hours">The field of the source that holds 24 values.</param>
internal sealed class SignalKind(QuantityKind constant, VariantKind source, Field<IReadOnlyList<double>> hours) : Kind<SignalEntry>
{
    /// <inheritdoc/>
    public override string Expected => $"{constant.Expected}, or {source.Expected}";

    /// <inheritdoc/>
    public override IEnumerable<SectionSchema> Sections => source.Sections;

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out SignalEntry value)
    {
        value = null;
        if (node is YamlMapping)
        {
            if (!source.TryRead(node, problems, out var read))
                return false;
            value = new SignalEntry(node, null, read, read.Section.Has(hours) ? read.Section.Get(hours) : []);
            return true;
        }

        if (node is not YamlScalar { IsNull: false })
            return Refuse(node, problems, out value);
        if (!constant.TryRead(node, problems, out var number))
            return false;
        value = new SignalEntry(node, number, null, []);
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["anyOf"] = new JsonArray(constant.ToJson(), source.ToJson()) };
}
