namespace ControlPlane.Planning.MixedInteger;

/// <summary>How the solve of a <see cref="MixedIntegerProgram"/> ended.</summary>
public enum MixedIntegerStatus
{
    /// <summary>The incumbent is within the gap that was asked for.</summary>
    Optimal,

    /// <summary>A limit was reached or the caller cancelled, with an incumbent whose gap is known.</summary>
    Feasible,

    /// <summary>A limit was reached or the caller cancelled before any incumbent was found.</summary>
    NoSolution,

    /// <summary>No point satisfies rows, bounds and integrality.</summary>
    Infeasible,

    /// <summary>The objective falls without limit.</summary>
    Unbounded,

    /// <summary>The solver crashed, hung, could not be started or returned what it must not; <see cref="MixedIntegerSolution.Message"/> says what.</summary>
    Failed,
}
