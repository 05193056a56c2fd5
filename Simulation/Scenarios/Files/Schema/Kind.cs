using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>Reads values of one kind and says what is wrong with others.</summary>
/// <typeparam name="T">The type of the value in the program.</typeparam>
internal abstract class Kind<T> : IKind
{
    /// <inheritdoc/>
    public abstract string Expected { get; }

    /// <inheritdoc/>
    public virtual IEnumerable<SectionSchema> Sections => [];

    /// <inheritdoc/>
    public abstract JsonObject ToJson();

    /// <summary>Reads a value.</summary>
    /// <param name="node">Where it is written.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is allowed; if not, at least one problem was noted.</returns>
    public abstract bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out T value);

    /// <summary>Notes that a value is not what is expected.</summary>
    /// <param name="node">Where it is written.</param>
    /// <param name="problems">Takes the problem.</param>
    /// <param name="value">No value.</param>
    /// <param name="detail">More about it; may be empty.</param>
    /// <returns>False.</returns>
    protected bool Refuse(YamlNode node, Problems problems, [MaybeNullWhen(false)] out T value, string detail = "")
    {
        value = default;
        problems.Add(node, $"must be {Expected}, not {node.Described}{(detail.Length > 0 ? $" ({detail})" : "")}");
        return false;
    }
}
