namespace ControlPlane.Planning.Linear;

/// <summary>How one run of a simplex method ended; optimal means for the working, perhaps perturbed, bounds and costs.</summary>
internal enum SimplexOutcome
{
    Optimal,
    Infeasible,
    Unbounded,
    IterationLimit,
    Cancelled,
    GaveUp,
}
