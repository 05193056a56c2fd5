namespace ControlPlane.Silo.Http.Problems;

/// <summary>The API refuses a request.</summary>
/// <param name="problem">Why.</param>
internal sealed class RefusedException(ApiProblem problem) : Exception(problem.Detail)
{
    /// <summary>Refuses with a status.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">What is wrong and what is allowed.</param>
    public RefusedException(int status, string detail)
        : this(ApiProblem.Of(status, detail))
    {
    }

    /// <summary>Why.</summary>
    public ApiProblem Problem { get; } = problem;
}
