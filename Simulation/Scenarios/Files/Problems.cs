using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files;

/// <summary>Collects what is wrong. After <see cref="Limit"/> problems reading stops: a broken file is not worth a thousand messages.</summary>
internal sealed class Problems
{
    /// <summary>The most problems that one exception reports.</summary>
    public const int Limit = 10;

    private readonly List<ScenarioProblem> _found = [];

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool None => _found.Count == 0;

    /// <summary>Notes a problem of a node.</summary>
    /// <param name="node">Where.</param>
    /// <param name="message">What is wrong and what is allowed.</param>
    /// <exception cref="ScenarioException">The limit is reached.</exception>
    public void Add(YamlNode node, string message) => Add(new ScenarioProblem(node.File, node.Line, node.Column, node.Path, message));

    /// <summary>Notes that a key is missing from a mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="message">What is missing.</param>
    /// <exception cref="ScenarioException">The limit is reached.</exception>
    public void AddMissing(YamlMapping mapping, string key, string message) =>
        Add(new ScenarioProblem(mapping.File, mapping.Line, mapping.Column, YamlNode.Join(mapping.Path, key), message));

    /// <summary>Notes a problem; the same one at the same place counts once.</summary>
    /// <param name="problem">The problem.</param>
    /// <exception cref="ScenarioException">The limit is reached.</exception>
    public void Add(ScenarioProblem problem)
    {
        // A mistake in the defaults is found again in every site that they complete.
        if (_found.Contains(problem))
            return;
        _found.Add(problem);
        if (_found.Count == Limit)
            throw Exception();
    }

    /// <summary>Throws when something is wrong.</summary>
    /// <exception cref="ScenarioException">Something is.</exception>
    public void ThrowIfAny()
    {
        if (!None)
            throw Exception();
    }

    private ScenarioException Exception()
    {
        var files = _found.Select(p => p.File).Distinct().ToList();
        return new ScenarioException([.. _found.OrderBy(p => files.IndexOf(p.File)).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
    }
}
