using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Loading;

/// <summary>Reads a scenario file and the files that it includes, and merges them: included first, then the file itself.</summary>
/// <param name="files">Opens included files.</param>
internal sealed class IncludeLoader(ScenarioFiles files)
{
    /// <summary>The most files of one scenario, each counted as often as it is included.</summary>
    public const int MaxFiles = 64;

    /// <summary>The key that names included files.</summary>
    public const string Key = "include";

    private static readonly string[] Endings = [".yaml", ".yml"];

    private readonly List<string> _open = [];
    private int _count;

    /// <summary>Reads and merges.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The merged mapping without its includes.</returns>
    /// <exception cref="ScenarioException">A file is not usable YAML, or an include is wrong.</exception>
    public YamlMapping Load(string file, string text)
    {
        _count++;
        _open.Add(file);
        var own = YamlTreeReader.Read(file, text);
        YamlMapping? below = null;
        foreach (var include in Includes(own))
        {
            var included = LoadIncluded(include);
            below = below is null ? included : YamlMerge.Lay(below, included);
        }

        _open.RemoveAt(_open.Count - 1);
        var merged = below is null ? own : YamlMerge.Lay(below, own);
        return new YamlMapping(merged, merged.Entries.Where(e => e.Key.Text != Key).ToList());
    }

    private static IEnumerable<YamlScalar> Includes(YamlMapping own)
    {
        if (!own.TryGet(Key, out var value))
            yield break;
        if (value is not YamlSequence list)
            throw Problem(value, $"must be a list of files, for example [paper.yaml], not {value.Described}");
        foreach (var item in list.Items)
            yield return item as YamlScalar ?? throw Problem(item, $"must be a file name, not {item.Described}");
    }

    private YamlMapping LoadIncluded(YamlScalar include)
    {
        if (ScenarioFiles.Resolve(include.File, include.Text, Endings, out var path) is { } complaint)
            throw Problem(include, complaint);
        path = files.Included(include.Text, path);
        if (_open.Contains(path))
            throw Problem(include, $"the files include each other: {string.Join(" > ", _open.Append(path))}");
        if (_count >= MaxFiles)
            throw Problem(include, $"more than {MaxFiles} files are included in all");
        using var stream = files.Open(path, out var problem);
        return stream is null ? throw Problem(include, problem!) : Load(path, TextLoader.Read(path, stream));
    }

    private static ScenarioException Problem(YamlNode node, string message) =>
        new(new ScenarioProblem(node.File, node.Line, node.Column, node.Path, message));
}
