namespace ControlPlane.Policies.Shield;

/// <summary>How often a shield intervened. Immutable.</summary>
/// <param name="replaced">Replaced decisions by reason; missing ones are 0.</param>
/// <param name="caught">Failures by reason that replaced no decision.</param>
/// <param name="lastResorts">Replaced decisions in which the fall-back failed too.</param>
public sealed class ShieldCounts(IReadOnlyList<long> replaced, IReadOnlyList<long> caught, long lastResorts)
{
    /// <summary>It never did.</summary>
    public static ShieldCounts None { get; } = new([], [], 0);

    /// <summary>Decisions that were replaced.</summary>
    public long Replaced { get; } = replaced.Sum();

    /// <summary>Failures that replaced no decision: of feedback, updates and explanations.</summary>
    public long Caught { get; } = caught.Sum();

    /// <summary>Replaced decisions in which the fall-back failed too.</summary>
    public long LastResorts { get; } = lastResorts;

    /// <summary>All interventions.</summary>
    public long Total => Replaced + Caught;

    /// <summary>Decisions replaced for a reason.</summary>
    /// <param name="reason">The reason.</param>
    public long ReplacedFor(ShieldReason reason) => At(replaced, reason);

    /// <summary>Failures of a kind that replaced no decision.</summary>
    /// <param name="reason">The kind.</param>
    public long CaughtFor(ShieldReason reason) => At(caught, reason);

    private static long At(IReadOnlyList<long> counts, ShieldReason reason) => (int)reason < counts.Count ? counts[(int)reason] : 0;
}
