namespace ControlPlane.Simulation.Scenarios.Files.Yaml;

/// <summary>A value of a YAML file that knows where it was written.</summary>
/// <param name="file">The file.</param>
/// <param name="line">Line from 1.</param>
/// <param name="column">Column from 1.</param>
internal abstract class YamlNode(string file, int line, int column)
{
    private YamlNode? _parent;
    private string _key = "";

    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>Line from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column from 1.</summary>
    public int Column { get; } = column;

    /// <summary>Where the node stands in its own file, for example <c>sites[2].count</c>; empty at the root.</summary>
    public string Path => _parent is null ? "" : Join(_parent.Path, _key);

    /// <summary>How messages name what the node is: <c>a list</c>, <c>a mapping</c> or the quoted value.</summary>
    public abstract string Described { get; }

    /// <summary>Joins a path and a key or index.</summary>
    /// <param name="path">Path of the parent; empty at the root.</param>
    /// <param name="key">A key, or an index in brackets.</param>
    public static string Join(string path, string key) => path.Length == 0 || key[0] == '[' ? path + key : $"{path}.{key}";

    /// <summary>Says under which key of which node this one stands.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="key">A key, or an index in brackets.</param>
    public void Place(YamlNode parent, string key) => (_parent, _key) = (parent, key.Length == 0 ? "''" : key);

    /// <summary>Stands where another node stands.</summary>
    /// <param name="other">The other node.</param>
    protected void PlaceLike(YamlNode other) => (_parent, _key) = (other._parent, other._key);
}
