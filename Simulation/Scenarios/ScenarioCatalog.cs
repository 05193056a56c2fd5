using ControlPlane.Simulation.Scenarios.Files;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>Finds scenarios by path or, those of one folder, by name.</summary>
/// <param name="folder">The folder of the shipped scenarios.</param>
public sealed class ScenarioCatalog(string folder)
{
    private const string Ending = ".yaml";

    // To tell a file's kind it must be parsed: all of them once, and only when somebody asks for names.
    private readonly Lazy<ILookup<ScenarioKind, string>> _names = new(() => Read(folder));

    /// <summary>The scenarios shipped beside the program.</summary>
    public static ScenarioCatalog Shipped { get; } = new(ShippedFolder);

    /// <summary>Their folder.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "scenarios");

    /// <summary>Names of the scenarios of the folder that are about fleets, in order; empty when there is no folder.</summary>
    public IReadOnlyList<string> Names => [.. _names.Value[ScenarioKind.Fleet]];

    /// <summary>Names of the scenarios of the folder that are days of generation, in order; empty when there is no folder.</summary>
    public IReadOnlyList<string> GenerationNames => [.. _names.Value[ScenarioKind.Generation]];

    /// <summary>Finds a scenario.</summary>
    /// <param name="nameOrPath">The path of a file, or the name of a shipped scenario; an existing file goes first.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="ScenarioException">There is none; the message says what was probably meant.</exception>
    public string Find(string nameOrPath)
    {
        if (TryFind(nameOrPath) is { } path)
            return path;
        var hint = Suggestion.For(Path.GetFileNameWithoutExtension(nameOrPath), [.. Names, .. GenerationNames], "shipped scenarios");
        throw new ScenarioException(new ScenarioProblem(nameOrPath, 1, 0, "", $"there is no such file or shipped scenario; {hint}"));
    }

    /// <summary>Finds a scenario, without looking into any file.</summary>
    /// <param name="nameOrPath">The path of a file, or the name of a shipped scenario; an existing file goes first.</param>
    /// <returns>The path of the file; null when there is none.</returns>
    public string? TryFind(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (File.Exists(nameOrPath))
            return nameOrPath;
        var shipped = Path.Combine(folder, nameOrPath + Ending);
        return NameKind.IsName(nameOrPath) && File.Exists(shipped) ? shipped : null;
    }

    /// <summary>What a scenario file describes.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A fleet too where the file is not usable: whoever reads it says why.</returns>
    public static ScenarioKind KindOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using var stream = File.OpenRead(path);
            return ScenarioKinds.Of(YamlTreeReader.Read(path, TextLoader.Read(path, stream)));
        }
        catch (Exception error) when (error is ScenarioException or IOException or UnauthorizedAccessException)
        {
            return ScenarioKind.Fleet;
        }
    }

    /// <summary>What a scenario of the folder says about itself, without its fleet.</summary>
    /// <param name="name">One of <see cref="Names"/> or <see cref="GenerationNames"/>.</param>
    /// <exception cref="ScenarioException">There is no such scenario or its file is not usable YAML.</exception>
    public ScenarioSummary Describe(string name)
    {
        var path = Find(name);
        using var stream = File.OpenRead(path);
        return ScenarioSummary.Read(name, path, TextLoader.Read(path, stream));
    }

    private static ILookup<ScenarioKind, string> Read(string folder)
    {
        IEnumerable<string> files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Ending) : [];
        return files.OrderBy(f => Path.GetFileNameWithoutExtension(f)).ToLookup(KindOf, f => Path.GetFileNameWithoutExtension(f));
    }
}
