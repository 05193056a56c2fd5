using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Checks lists that must ascend.</summary>
internal static class Ascending
{
    /// <summary>Checks a list.</summary>
    /// <param name="node">Where it is written.</param>
    /// <param name="values">Its values.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check<T>(YamlNode node, IReadOnlyList<T> values, Problems problems)
        where T : IComparable<T>
    {
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i].CompareTo(values[i - 1]) > 0)
                continue;
            problems.Add(node, $"must be ascending, but {values[i - 1]} is followed by {values[i]}");
            return;
        }
    }
}
