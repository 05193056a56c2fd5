using ControlPlane.Simulation.Scenarios.Files.Binding;
using ControlPlane.Simulation.Scenarios.Files.Loading;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>Reads scenario files of the kind <c>generation</c>, as strictly as <see cref="ScenarioReader"/> reads the others.</summary>
public static class GenerationReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; messages name it so.</param>
    /// <param name="signalFolder">The folder in which the files are that its signals name; null where they are beside the file that names them.</param>
    /// <exception cref="ScenarioException">The file, or one that it refers to, cannot be used.</exception>
    public static GenerationDays Read(string path, string? signalFolder = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var files = new ScenarioFiles(ScenarioFiles.OpenOnDisk) { SignalFolder = signalFolder, ShippedFolder = ScenarioCatalog.ShippedFolder };
        using var stream = files.Open(path, out var problem);
        if (stream is null)
            throw new ScenarioException(new ScenarioProblem(path, 1, 0, "", problem!));
        return Bind(TextLoader.Read(path, stream), path, files);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="name">Its file name for messages; other files are named relative to it.</param>
    /// <param name="open">Opens another file by its path, null when there is none; if null, the text may refer to no file.</param>
    /// <exception cref="ScenarioException">The text, or a file that it refers to, cannot be used.</exception>
    public static GenerationDays Parse(string text, string name, Func<string, Stream?>? open = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Bind(TextLoader.Check(name, text), name, new ScenarioFiles(open ?? (_ => null)));
    }

    private static GenerationDays Bind(string text, string name, ScenarioFiles files)
    {
        var merged = new IncludeLoader(files).Load(name, text);
        return new GenerationBinder(files).Bind(merged, Path.GetFileNameWithoutExtension(name));
    }
}
