namespace ControlPlane.Simulation.Scenarios.Files.Yaml;

/// <summary>A list.</summary>
internal sealed class YamlSequence : YamlNode
{
    private readonly List<YamlNode> _items = [];

    /// <summary>An empty list.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Line from 1.</param>
    /// <param name="column">Column from 1.</param>
    public YamlSequence(string file, int line, int column)
        : base(file, line, column)
    {
    }

    /// <summary>A list at the place of another, its items changed.</summary>
    /// <param name="original">The other list.</param>
    /// <param name="change">Makes an item from an item.</param>
    public YamlSequence(YamlSequence original, Func<YamlNode, YamlNode> change)
        : base(original.File, original.Line, original.Column)
    {
        PlaceLike(original);
        _items.AddRange(original._items.Select(change));
    }

    /// <summary>The items.</summary>
    public IReadOnlyList<YamlNode> Items => _items;

    /// <inheritdoc/>
    public override string Described => "a list";

    /// <summary>Appends an item.</summary>
    /// <param name="item">The item.</param>
    public void Add(YamlNode item)
    {
        item.Place(this, $"[{_items.Count}]");
        _items.Add(item);
    }
}
