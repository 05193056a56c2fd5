using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios.Files.Binding;
using ControlPlane.Simulation.Scenarios.Files.Loading;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>
/// Reads scenario files (YAML) with the files that they include and their traces (CSV). Strict: nothing unknown, missing, out of range or
/// contradictory is accepted, and every problem is reported with file, line, field and what is allowed. See docs/SCENARIOS.md.
/// </summary>
public static class ScenarioReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; messages name it so.</param>
    /// <param name="policies">The policies that it may name; null = those of <see cref="PolicyCatalog"/>.</param>
    /// <exception cref="ScenarioException">The file, or one that it refers to, cannot be used.</exception>
    public static Scenario Read(string path, IReadOnlyList<PolicyDescriptor>? policies = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var files = new ScenarioFiles(ScenarioFiles.OpenOnDisk) { ShippedFolder = ScenarioCatalog.ShippedFolder };
        using var stream = files.Open(path, out var problem);
        if (stream is null)
            throw new ScenarioException(new ScenarioProblem(path, 1, 0, "", problem!));
        return Bind(TextLoader.Read(path, stream), path, files, policies);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="name">Its file name for messages; included files and traces are named relative to it.</param>
    /// <param name="open">Opens an included file or a trace by its path, null when there is none; if null, the text may refer to no file.</param>
    /// <param name="policies">The policies that it may name; null = those of <see cref="PolicyCatalog"/>.</param>
    /// <exception cref="ScenarioException">The text, or a file that it refers to, cannot be used.</exception>
    public static Scenario Parse(string text, string name, Func<string, Stream?>? open = null, IReadOnlyList<PolicyDescriptor>? policies = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Bind(TextLoader.Check(name, text), name, new ScenarioFiles(open ?? (_ => null)), policies);
    }

    private static Scenario Bind(string text, string name, ScenarioFiles files, IReadOnlyList<PolicyDescriptor>? policies)
    {
        var merged = new IncludeLoader(files).Load(name, text);
        return new ScenarioBinder(files, policies ?? PolicyCatalog.All).Bind(merged, Path.GetFileNameWithoutExtension(name));
    }
}
