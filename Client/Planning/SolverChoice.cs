using ControlPlane.Client.Hosting;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers;

namespace ControlPlane.Client.Planning;

/// <summary>Solvers of whole numbers by name.</summary>
internal static class SolverChoice
{
    /// <summary>None: the greedy plan.</summary>
    public const string None = "none";

    private static readonly SolverCatalog Catalog = new();

    /// <summary>What can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = [SolverCatalog.Auto, .. SolverCatalog.Names, None];

    /// <summary>The solver of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Null for none.</returns>
    /// <exception cref="InputException">There is no such solver, or not here.</exception>
    public static IMixedIntegerSolver? Get(string name)
    {
        if (name == None)
            return null;
        if (!Names.Contains(name))
            throw new InputException($"--solver: there is no solver '{name}'{Nearest.Hint(name, Names)}; it must be {string.Join(", ", Names.SkipLast(1))} or {Names[^1]}");
        try
        {
            return Catalog.GetAsync(name).GetAwaiter().GetResult();
        }
        catch (SolverMissingException e)
        {
            throw new InputException($"--solver: {e.Message}");
        }
    }

    /// <summary>The solvers that could be there, in the order in which auto tries them.</summary>
    public static IReadOnlyList<SolverFinding> Describe() => Catalog.DescribeAsync().GetAwaiter().GetResult();
}
