using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A whole number.</summary>
/// <param name="minimum">Least.</param>
/// <param name="maximum">Greatest.</param>
internal sealed class CountKind(long minimum, long maximum) : Kind<long>
{
    /// <inheritdoc/>
    public override string Expected => $"a whole number in [{minimum}, {maximum}]";

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out long value)
    {
        value = 0;
        return (node is YamlScalar scalar
                && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
                && value >= minimum
                && value <= maximum)
            || Refuse(node, problems, out value);
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum };
}
