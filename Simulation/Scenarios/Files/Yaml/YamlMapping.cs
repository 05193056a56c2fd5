using System.Diagnostics.CodeAnalysis;

namespace ControlPlane.Simulation.Scenarios.Files.Yaml;

/// <summary>Keys with values, in the order of the file.</summary>
internal sealed class YamlMapping : YamlNode
{
    private readonly Dictionary<string, Entry> _byKey = [];
    private readonly List<Entry> _entries = [];

    /// <summary>An empty mapping.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Line from 1.</param>
    /// <param name="column">Column from 1.</param>
    public YamlMapping(string file, int line, int column)
        : base(file, line, column)
    {
    }

    /// <summary>A mapping at the place of another, with other entries.</summary>
    /// <param name="place">The other mapping.</param>
    /// <param name="entries">The entries, keys unique.</param>
    public YamlMapping(YamlMapping place, IEnumerable<Entry> entries)
        : base(place.File, place.Line, place.Column)
    {
        PlaceLike(place);
        foreach (var entry in entries)
            Keep(entry);
    }

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <inheritdoc/>
    public override string Described => "a mapping";

    /// <summary>Finds a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public bool TryGet(string key, [NotNullWhen(true)] out YamlNode? value)
    {
        value = _byKey.TryGetValue(key, out var entry) ? entry.Value : null;
        return value is not null;
    }

    /// <summary>The key as written.</summary>
    /// <param name="key">A key that is there.</param>
    public YamlScalar Written(string key) => _byKey[key].Key;

    /// <summary>Appends an entry.</summary>
    /// <param name="key">The key as written.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The key that is already there, or null when the entry was appended.</returns>
    public YamlScalar? Add(YamlScalar key, YamlNode value)
    {
        if (_byKey.TryGetValue(key.Text, out var first))
            return first.Key;
        value.Place(this, key.Text);
        Keep(new Entry(key, value));
        return null;
    }

    private void Keep(Entry entry)
    {
        _byKey.Add(entry.Key.Text, entry);
        _entries.Add(entry);
    }

    /// <summary>A key and its value.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Value">The value.</param>
    internal readonly record struct Entry(YamlScalar Key, YamlNode Value);
}
