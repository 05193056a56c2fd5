namespace ControlPlane.Grains.Shaping;

/// <summary>How a learner asks a shaper that lives in a grain.</summary>
public sealed record GrainShaperSettings
{
    /// <summary>
    /// Whether every step of learning is waited for, and a cluster that is away ends training: the same to the bit as a shaper in memory. Otherwise rewards are shaped with what the
    /// grain knows then, and stay as they are while it is away.
    /// </summary>
    public bool IsAwaited { get; init; }

    /// <summary>Decisions that are told together, ≥ 1; fewer before steps of learning.</summary>
    public int Decisions { get; init; } = 256;

    /// <summary>Steps of learning that are asked for together, ≥ 1; 1 where they are waited for.</summary>
    public int Steps { get; init; } = 1;
}
