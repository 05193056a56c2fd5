namespace ControlPlane.Solvers;

/// <summary>A solver that was looked for.</summary>
/// <param name="Name">What it is asked for by: highs, cbc, highs-program, cbc-program, built-in.</param>
/// <param name="Solver">The solver with its version, as in "CBC 2.10.8"; null where it is not there.</param>
/// <param name="Location">Where it was found; null where it is not there.</param>
/// <param name="LookedFor">What was looked for, and where.</param>
public sealed record SolverFinding(string Name, string? Solver, string? Location, string LookedFor)
{
    /// <summary>Whether it can be used.</summary>
    public bool IsThere => Solver is not null;

    /// <summary>The finding in a line.</summary>
    public override string ToString() => IsThere ? $"{Name}: {Solver} ({Location})" : $"{Name}: not there; looked for {LookedFor}";
}
