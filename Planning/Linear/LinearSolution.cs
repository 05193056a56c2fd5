namespace ControlPlane.Planning.Linear;

/// <summary>What a solve of a <see cref="LinearProgram"/> returned, in the programme's own units.</summary>
public sealed class LinearSolution
{
    /// <summary>How the solve ended.</summary>
    public required LinearStatus Status { get; init; }

    /// <summary>c'x of <see cref="Values"/>.</summary>
    public required double Objective { get; init; }

    /// <summary>Value of every column.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Activity a'x of every row.</summary>
    public required IReadOnlyList<double> RowActivities { get; init; }

    /// <summary>
    /// Dual of every row: the change of the optimum per unit by which the binding bound rises. Positive where the lower
    /// bound binds, negative where the upper one does.
    /// </summary>
    public required IReadOnlyList<double> RowDuals { get; init; }

    /// <summary>Reduced cost of every column: cost less the duals' worth of its entries; positive at lower, negative at upper bounds.</summary>
    public required IReadOnlyList<double> ReducedCosts { get; init; }

    /// <summary>Pivots and bound flips made.</summary>
    public required int Iterations { get; init; }

    /// <summary>The last basis, to warm-start a later solve with.</summary>
    public required SimplexBasis Basis { get; init; }

    /// <summary>
    /// When infeasible: row weights y such that the range of y'A x over the column bounds misses the range of y'r over the row
    /// bounds (Farkas' lemma), which no point can satisfy. Otherwise empty.
    /// </summary>
    public required IReadOnlyList<double> FarkasRay { get; init; }

    /// <summary>When infeasible: the names of the rows in conflict, those of nonzero weight in <see cref="FarkasRay"/>. Otherwise empty.</summary>
    public required IReadOnlyList<string> ConflictingRows { get; init; }
}
