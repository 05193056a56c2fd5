using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>
/// The names of sites or ingresses in order. A replicated one is known by the name of each copy and by its own name, which stands for all.
/// </summary>
/// <param name="what">What they are, plural, for messages.</param>
internal sealed class NameTable(string what)
{
    private const string All = "all";
    private readonly Dictionary<string, int[]> _indices = [];
    private readonly List<string> _names = [];

    /// <summary>The name of each copy, by index.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>All names that a file may write.</summary>
    public IReadOnlyCollection<string> Known => _indices.Keys;

    /// <summary>Adds a site or ingress and its copies.</summary>
    /// <param name="name">Its name as written.</param>
    /// <param name="replicas">Number of copies, ≥ 1.</param>
    /// <param name="other">Names that must be different too.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public void Add(YamlScalar name, int replicas, NameTable? other, Problems problems)
    {
        var copies = Copies(name.Text, replicas);
        IEnumerable<string> all = replicas > 1 ? copies.Append(name.Text) : copies;
        if (all.FirstOrDefault(n => _indices.ContainsKey(n) || other?._indices.ContainsKey(n) == true) is { } taken)
        {
            problems.Add(name, $"the name '{taken}' is already taken; sites and ingresses need different names");
            return;
        }

        var first = _names.Count;
        _names.AddRange(copies);
        for (var i = 0; i < copies.Count; i++)
            _indices[copies[i]] = [first + i];
        _indices[name.Text] = [.. Enumerable.Range(first, copies.Count)];
    }

    /// <summary>The indices that a name stands for.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>Empty if the name is unknown.</returns>
    public IReadOnlyList<int> Resolve(YamlScalar name, Problems problems)
    {
        if (Find(name.Text) is { Count: > 0 } found)
            return found;
        problems.Add(name, $"there is no {name.Described} among the {what}; {Suggestion.For(name.Text, Known, what)}");
        return [];
    }

    /// <summary>As <see cref="Resolve"/>, where the word <c>all</c> stands for all of them unless one is called so.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public IReadOnlyList<int> ResolveOrAll(YamlScalar name, Problems problems) =>
        name.Text == All && Find(All).Count == 0 ? [.. Enumerable.Range(0, _names.Count)] : Resolve(name, problems);

    /// <summary>The indices that a name stands for; empty if it is unknown.</summary>
    /// <param name="name">The name.</param>
    public IReadOnlyList<int> Find(string name) => _indices.GetValueOrDefault(name, []);

    private static List<string> Copies(string name, int replicas)
    {
        if (replicas == 1)
            return [name];
        var format = $"D{Math.Max(2, replicas.ToString().Length)}";
        return [.. Enumerable.Range(1, replicas).Select(i => $"{name}-{i.ToString(format)}")];
    }
}
