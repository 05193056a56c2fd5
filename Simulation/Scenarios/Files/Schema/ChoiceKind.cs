using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>One of a few words.</summary>
/// <typeparam name="T">What the words mean.</typeparam>
/// <param name="choices">The words and their meanings.</param>
internal sealed class ChoiceKind<T>(IReadOnlyList<(string Word, T Meaning)> choices) : Kind<T>
{
    private readonly string[] _words = [.. choices.Select(c => c.Word)];

    /// <inheritdoc/>
    public override string Expected => string.Join(" or ", _words.Select(w => $"'{w}'"));

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out T value)
    {
        if (node is not YamlScalar scalar)
            return Refuse(node, problems, out value);
        var index = Array.IndexOf(_words, scalar.Text);
        if (index < 0)
            return Refuse(node, problems, out value, Suggestion.Nearest(scalar.Text, _words) is { } near ? $"did you mean '{near}'?" : "");
        value = choices[index].Meaning;
        return true;
    }

    /// <inheritdoc/>
    public override JsonObject ToJson() => new() { ["enum"] = new JsonArray([.. _words.Select(w => JsonValue.Create(w))]) };
}
