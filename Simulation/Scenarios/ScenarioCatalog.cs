using ControlPlane.Simulation.Scenarios.Files;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>Finds scenarios by path or, those of one folder, by name.</summary>
/// <param name="folder">The folder of the shipped scenarios.</param>
public sealed class ScenarioCatalog(string folder)
{
    private const string Ending = ".yaml";

    /// <summary>The scenarios shipped beside the program.</summary>
    public static ScenarioCatalog Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "scenarios"));

    /// <summary>Names of the scenarios of the folder, in order; empty when there is no folder.</summary>
    public IReadOnlyList<string> Names =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + Ending).Select(f => Path.GetFileNameWithoutExtension(f)).Order()]
            : [];

    /// <summary>Finds a scenario.</summary>
    /// <param name="nameOrPath">The path of a file, or the name of a shipped scenario; an existing file goes first.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="ScenarioException">There is none; the message says what was probably meant.</exception>
    public string Find(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (File.Exists(nameOrPath))
            return nameOrPath;
        if (NameKind.IsName(nameOrPath) && Path.Combine(folder, nameOrPath + Ending) is var shipped && File.Exists(shipped))
            return shipped;
        var hint = Suggestion.For(Path.GetFileNameWithoutExtension(nameOrPath), Names, "shipped scenarios");
        throw new ScenarioException(new ScenarioProblem(nameOrPath, 1, 0, "", $"there is no such file or shipped scenario; {hint}"));
    }

    /// <summary>What a scenario of the folder says about itself, without its fleet.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ScenarioException">There is no such scenario or its file is not usable YAML.</exception>
    public ScenarioSummary Describe(string name)
    {
        var path = Find(name);
        using var stream = File.OpenRead(path);
        return ScenarioSummary.Read(name, path, TextLoader.Read(path, stream));
    }
}
