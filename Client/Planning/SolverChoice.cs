using ControlPlane.Client.Hosting;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Client.Planning;

/// <summary>Solvers of whole numbers by name.</summary>
internal static class SolverChoice
{
    /// <summary>The best that is there.</summary>
    public const string Auto = "auto";

    /// <summary>None: the greedy plan.</summary>
    public const string None = "none";

    private const string BuiltIn = "built-in";

    /// <summary>What can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, "highs", "cbc", "highs-program", "cbc-program", BuiltIn, None];

    /// <summary>The solver of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Null for none.</returns>
    /// <exception cref="InputException">There is no such solver, or not here.</exception>
    public static IMixedIntegerSolver? Get(string name) => name switch
    {
        None => null,
        Auto or BuiltIn => new BranchAndBound(TimeProvider.System),
        _ when Names.Contains(name) => throw new InputException($"--solver: {name} is not there; 'controlplane plan solvers' says what is"),
        _ => throw new InputException($"--solver: there is no solver '{name}'{Nearest.Hint(name, Names)}; it must be {string.Join(", ", Names.SkipLast(1))} or {Names[^1]}"),
    };

    /// <summary>The solvers with what was found, null for nothing, and where.</summary>
    public static IReadOnlyList<(string Name, string? Found, string Place)> Describe() => [(BuiltIn, BuiltIn, "part of this program")];
}
