using ControlPlane.Client.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Scenarios;

/// <summary>Where scenarios come from: the catalogue and files.</summary>
internal interface IScenarioSource
{
    /// <summary>Names of the catalogue.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The heading of a scenario of the catalogue.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    string TitleOf(string name);

    /// <summary>Loads a scenario.</summary>
    /// <param name="nameOrPath">A name of the catalogue or the path of a YAML file.</param>
    /// <exception cref="InputException">There is none.</exception>
    Scenario Load(string nameOrPath);

    /// <summary>Names of the shipped days of generation.</summary>
    IReadOnlyList<string> GenerationNames { get; }

    /// <summary>Whether a name or file is days of generation.</summary>
    /// <param name="nameOrPath">A name of the catalogue or the path of a file.</param>
    bool IsGeneration(string nameOrPath) =>
        File.Exists(nameOrPath) ? ScenarioCatalog.KindOf(nameOrPath) == ScenarioKind.Generation : GenerationNames.Contains(nameOrPath);

    /// <summary>Reads days of generation.</summary>
    /// <param name="nameOrPath">A name of the catalogue or the path of a file.</param>
    /// <param name="signalFolder">The folder in which the files are that its signals name; null where they are beside the file that names them.</param>
    GenerationDays LoadGeneration(string nameOrPath, string? signalFolder = null);
}
