using System.Diagnostics.CodeAnalysis;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A key of a section with a value of known type.</summary>
/// <typeparam name="T">Type of its value.</typeparam>
/// <param name="name">The key.</param>
/// <param name="kind">Its kind.</param>
/// <param name="summary">What it says, one line.</param>
/// <param name="isRequired">Whether it must be there.</param>
/// <param name="defaultText">What holds when it is absent, in words.</param>
/// <param name="fallback">The value when it is absent.</param>
internal sealed class Field<T>(string name, Kind<T> kind, string summary, bool isRequired, string defaultText, T? fallback)
    : Field(name, summary, isRequired, defaultText)
{
    /// <inheritdoc/>
    public override IKind Kind => kind;

    /// <summary>The value when it is absent.</summary>
    public T? Fallback { get; } = fallback;

    /// <summary>The same key, not required.</summary>
    public Field<T> AsOptional() => new(Name, kind, Summary, false, DefaultText, Fallback);

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, Problems problems, [MaybeNullWhen(false)] out object? value)
    {
        var isAllowed = kind.TryRead(node, problems, out var read);
        value = read;
        return isAllowed;
    }
}
