using System.Diagnostics.CodeAnalysis;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A key of a section: its kind, its default and one line of documentation.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it says, one line.</param>
/// <param name="isRequired">Whether it must be there.</param>
/// <param name="defaultText">What holds when it is absent, as written or in words; empty if nothing does.</param>
internal abstract class Field(string name, string summary, bool isRequired, string defaultText)
{
    /// <summary>The key.</summary>
    public string Name { get; } = name;

    /// <summary>What it says, one line.</summary>
    public string Summary { get; } = summary;

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; } = isRequired;

    /// <summary>What holds when it is absent.</summary>
    public string DefaultText { get; } = defaultText;

    /// <summary>How its value is written.</summary>
    public abstract IKind Kind { get; }

    /// <summary>Reads the value into a section.</summary>
    /// <param name="node">The value.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is allowed.</returns>
    public abstract bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out object? value);

    /// <summary>A key that must be there.</summary>
    /// <typeparam name="T">Type of its value.</typeparam>
    /// <param name="name">The key.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="summary">What it says, one line.</param>
    public static Field<T> Required<T>(string name, Kind<T> kind, string summary) => new(name, kind, summary, true, "", default);

    /// <summary>A key with a default.</summary>
    /// <typeparam name="T">Type of its value.</typeparam>
    /// <param name="name">The key.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="defaultText">The default as a file would write it.</param>
    /// <param name="summary">What it says, one line.</param>
    public static Field<T> Default<T>(string name, Kind<T> kind, string defaultText, string summary)
    {
        var problems = new Problems();
        var written = new YamlScalar(name, 1, 1, defaultText, isQuoted: false);
        return kind.TryRead(written, problems, out var value)
            ? new(name, kind, summary, false, defaultText, value)
            : throw new FormatException($"The default '{defaultText}' of '{name}' is not {kind.Expected}.");
    }

    /// <summary>A key that may be absent.</summary>
    /// <typeparam name="T">Type of its value.</typeparam>
    /// <param name="name">The key.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="absent">What its absence means; empty if nothing.</param>
    /// <param name="summary">What it says, one line.</param>
    public static Field<T> Optional<T>(string name, Kind<T> kind, string absent, string summary) =>
        new(name, kind, summary, false, absent, default);
}
