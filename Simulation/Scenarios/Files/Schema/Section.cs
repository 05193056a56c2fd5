using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>The checked values of a mapping.</summary>
/// <param name="node">Where it is written.</param>
/// <param name="values">The values that are there.</param>
internal sealed class Section(YamlMapping node, IReadOnlyDictionary<Field, object?> values)
{
    /// <summary>Where it is written.</summary>
    public YamlMapping Node => node;

    /// <summary>Whether a key is there.</summary>
    /// <param name="field">The key.</param>
    public bool Has(Field field) => values.ContainsKey(field);

    /// <summary>A value or its default.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="field">A key that is there or has a default.</param>
    public T Get<T>(Field<T> field) => values.TryGetValue(field, out var value) ? (T)value! : field.Fallback!;

    /// <summary>A value, or null when the key is absent.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="field">The key.</param>
    public T? Find<T>(Field<T> field)
        where T : class => values.TryGetValue(field, out var value) ? (T)value! : null;

    /// <summary>Where a value is written; the mapping when the key is absent.</summary>
    /// <param name="field">The key.</param>
    public YamlNode At(Field field) => node.TryGet(field.Name, out var child) ? child : node;
}
