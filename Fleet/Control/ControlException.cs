namespace ControlPlane.Fleet.Control;

/// <summary>A host refuses an operation; nothing was changed.</summary>
/// <param name="problem">Why, for programs.</param>
/// <param name="message">Why, for people: names what is wrong and what is allowed.</param>
/// <param name="retryAfterS">When it makes sense to try again, seconds; null when it does not.</param>
/// <param name="field">Name of the value, given by the caller, that is wrong; null when none is.</param>
public sealed class ControlException(ControlProblem problem, string message, double? retryAfterS = null, string? field = null) : Exception(message)
{
    /// <summary>Why, for programs.</summary>
    public ControlProblem Problem { get; } = problem;

    /// <summary>When it makes sense to try again, seconds; null when it does not.</summary>
    public double? RetryAfterS { get; } = retryAfterS;

    /// <summary>Name of the value, given by the caller, that is wrong; null when none is.</summary>
    public string? Field { get; } = field;
}
