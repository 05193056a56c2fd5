namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>
/// A durable grain could not say whether an operation took effect, or took none because it is being replaced. The caller makes the call again, with the same
/// id: a new activation of the grain loads what is stored, and an operation that took effect before has none a second time.
/// </summary>
[GenerateSerializer]
[Alias("controlplane.OutcomeUnknown")]
public sealed class OutcomeUnknownException : OrleansException
{
    /// <summary>An outcome unknown.</summary>
    public OutcomeUnknownException()
    {
    }

    /// <summary>An outcome unknown.</summary>
    /// <param name="message">What happened.</param>
    public OutcomeUnknownException(string message)
        : base(message)
    {
    }

    /// <summary>An outcome unknown.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public OutcomeUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The grain, as type/key; empty if unknown.</summary>
    [Id(0)]
    public string Grain { get; init; } = "";
}
