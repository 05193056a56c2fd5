using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What all learners have in common that learn from pay-outs.</summary>
/// <param name="Shape">The setting.</param>
/// <param name="Shaper">What is made of rewards.</param>
public abstract record SchedulingSettings(SchedulingShape Shape, ShaperSettings Shaper)
{
    /// <summary>When and for what it is paid.</summary>
    public PayOutSettings PayOut { get; init; } = new();

    /// <summary>Whether it sees what providers quote.</summary>
    public bool HasQuotes { get; init; }

    /// <summary>Discount from one decision to the next, (0, 1].</summary>
    public double Discount { get; init; } = 0.99;

    /// <summary>Transitions kept, ≥ 1.</summary>
    public int Capacity { get; init; } = 200_000;

    /// <summary>Transitions before the first update, ≥ 1.</summary>
    public int WarmUp { get; init; } = 2_000;

    /// <summary>Decisions for each update, ≥ 1.</summary>
    public int DecisionsPerUpdate { get; init; } = 4;

    /// <summary>First decisions that a rule takes, from which is learned all the same, ≥ 0.</summary>
    public long TaughtDecisions { get; init; }
}
