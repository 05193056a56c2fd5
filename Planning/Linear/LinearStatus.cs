namespace ControlPlane.Planning.Linear;

/// <summary>How a solve ended.</summary>
public enum LinearStatus
{
    /// <summary>An optimal vertex was found, within the tolerances.</summary>
    Optimal,

    /// <summary>No point satisfies all rows and bounds; <see cref="LinearSolution.FarkasRay"/> proves it.</summary>
    Infeasible,

    /// <summary>The objective falls without limit.</summary>
    Unbounded,

    /// <summary>The iteration limit was reached; the values are the last ones, not optimal and perhaps not feasible.</summary>
    IterationLimit,

    /// <summary>The caller cancelled; the values are the last ones, not optimal and perhaps not feasible.</summary>
    Cancelled,

    /// <summary>Rounding errors kept the solver from meeting its tolerances: rescale the model or widen them.</summary>
    NumericalTrouble,
}
