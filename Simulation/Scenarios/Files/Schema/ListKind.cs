using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A list.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
/// <param name="item">Kind of the items.</param>
/// <param name="what">What the items are, plural, for messages.</param>
/// <param name="minimum">Fewest items.</param>
/// <param name="maximum">Most items.</param>
internal sealed class ListKind<T>(Kind<T> item, string what, int minimum, int maximum) : Kind<IReadOnlyList<T>>
{
    /// <inheritdoc/>
    public override string Expected => $"a list of {minimum} to {maximum} {what}";

    /// <summary>The kind of its items.</summary>
    public IKind Item => item;

    /// <inheritdoc/>
    public override IEnumerable<SectionSchema> Sections => item.Sections;

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        if (node is not YamlSequence list)
            return Refuse(node, problems, out value);
        if (list.Items.Count < minimum || list.Items.Count > maximum)
            return Refuse(node, problems, out value, $"it has {list.Items.Count}");
        var items = new List<T>(list.Items.Count);
        foreach (var child in list.Items)
        {
            if (item.TryRead(child, problems, out var read))
                items.Add(read);
        }

        value = items;
        return items.Count == list.Items.Count;
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["type"] = "array", ["items"] = item.ToJson(), ["minItems"] = minimum, ["maxItems"] = maximum };
}
