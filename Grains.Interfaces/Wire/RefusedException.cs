namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A grain refuses an operation of an operator or an agent; nothing was changed.</summary>
[GenerateSerializer]
[Alias("controlplane.Refused")]
public sealed class RefusedException : Exception
{
    /// <summary>A refusal.</summary>
    public RefusedException()
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">What is wrong and what is allowed.</param>
    public RefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">What is wrong and what is allowed.</param>
    /// <param name="innerException">Why.</param>
    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Why, for programs.</summary>
    [Id(0)]
    public ProblemCode Problem { get; init; }

    /// <summary>When it makes sense to try again, seconds; null when it does not.</summary>
    [Id(1)]
    public double? RetryAfterS { get; init; }

    /// <summary>Name of the value that is wrong; null when none is.</summary>
    [Id(2)]
    public string? Field { get; init; }
}
