namespace ControlPlane.Planning.MixedInteger;

/// <summary>What the solve of a <see cref="MixedIntegerProgram"/> returned, in the programme's own units.</summary>
public sealed record MixedIntegerSolution
{
    /// <summary>The solver with its version, as in "CBC 2.10.8".</summary>
    public required string Solver { get; init; }

    /// <summary>How the solve ended.</summary>
    public required MixedIntegerStatus Status { get; init; }

    /// <summary>Value of every column of the best point found; null where there is none. Whole numbers are exactly whole.</summary>
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>c'x of <see cref="Values"/>, worked out here and not taken from the solver; NaN without an incumbent.</summary>
    public double Objective { get; init; } = double.NaN;

    /// <summary>What no point can be below, as the solver has proved; -infinity where nothing is proved.</summary>
    public double Bound { get; init; } = double.NegativeInfinity;

    /// <summary>Wall-clock time of the solve.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Nodes of the search tree; null where the solver does not say.</summary>
    public long? Nodes { get; init; }

    /// <summary>What went wrong or what a reader should know; null where there is nothing.</summary>
    public string? Message { get; init; }

    /// <summary>Whether there is an incumbent.</summary>
    public bool HasIncumbent => Values is not null;

    /// <summary>(objective - bound) / max(|objective|, 1e-9): how far the incumbent can be from the optimum; infinite without incumbent or bound.</summary>
    public double Gap => HasIncumbent && double.IsFinite(Bound) ? Math.Max(0, Objective - Bound) / Math.Max(Math.Abs(Objective), 1e-9) : double.PositiveInfinity;
}
