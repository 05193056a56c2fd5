namespace ControlPlane.Solvers;

/// <summary>A solver that was asked for by name is not there.</summary>
public sealed class SolverMissingException : Exception
{
    /// <summary>Without a reason.</summary>
    public SolverMissingException()
    {
    }

    /// <summary>With what was looked for.</summary>
    public SolverMissingException(string message)
        : base(message)
    {
    }

    /// <summary>With what was looked for and what went wrong.</summary>
    public SolverMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
