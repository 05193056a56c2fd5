using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A quantity with a unit, in the base unit of its dimension.</summary>
/// <param name="dimension">Its dimension.</param>
/// <param name="range">The allowed values, for example <c>(0 s, 3660 d]</c>.</param>
internal sealed class QuantityKind(Dimension dimension, string range) : Kind<double>
{
    private readonly Interval _range = new(range, dimension);

    /// <inheritdoc/>
    public override string Expected => $"{dimension.Name} in {_range.Text}";

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out double value)
    {
        if (node is not YamlScalar scalar || scalar.IsNull)
            return Refuse(node, problems, out value);
        if (QuantityText.TryRead(scalar.Text, dimension, out value) is { } complaint)
            return Refuse(node, problems, out value, $"it {complaint}");
        return _range.Contains(value) || Refuse(node, problems, out value);
    }

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        var number = new JsonObject { ["type"] = "number" };
        foreach (var (keyword, bound) in _range.Keywords)
            number[keyword] = bound;
        if (dimension.Units.Count == 0)
            return number;
        var units = string.Join('|', dimension.Units.Select(u => u.Symbol.Replace(" ", " +", StringComparison.Ordinal)));
        var pattern = $"^ *[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)? *({units})? *$";
        return new JsonObject { ["anyOf"] = new JsonArray(number, new JsonObject { ["type"] = "string", ["pattern"] = pattern }) };
    }
}
