namespace ControlPlane.Planning.MixedInteger;

/// <summary>When a solve ends. There is always a time limit.</summary>
public sealed record MixedIntegerOptions
{
    /// <summary>Most wall-clock time, > 0.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Relative gap at which an incumbent is good enough, in [0, 1].</summary>
    public double RelativeGap { get; init; } = 1e-4;

    /// <summary>Absolute gap at which an incumbent is good enough, in units of the objective, ≥ 0.</summary>
    public double AbsoluteGap { get; init; }

    /// <summary>A point to begin with, a value for every column; null for none. A solver that cannot use it, or to which it is infeasible, begins without.</summary>
    public IReadOnlyList<double>? Start { get; init; }

    /// <summary>Throws unless every setting is in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range; the message names it.</exception>
    public void Check()
    {
        if (TimeLimit <= TimeSpan.Zero || TimeLimit > TimeSpan.FromDays(7))
            throw new ArgumentOutOfRangeException(nameof(TimeLimit), TimeLimit, "TimeLimit must lie above 0 and be at most 7 days.");
        if (!(RelativeGap is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(RelativeGap), RelativeGap, "RelativeGap must lie in [0, 1].");
        if (!(AbsoluteGap >= 0))
            throw new ArgumentOutOfRangeException(nameof(AbsoluteGap), AbsoluteGap, "AbsoluteGap must be at least 0.");
    }
}
