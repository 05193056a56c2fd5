namespace ControlPlane.Fleet.Hardware;

/// <summary>
/// How a site differs from its <see cref="OperatingTable"/>: one factor on the seconds per unit of every operating point, one on the power. Firmware, heat, ageing and other
/// mixes of models move them. GPUs asleep draw what their data sheet says.
/// </summary>
/// <param name="Time">Factor on T(n, f), [<see cref="Least"/>, <see cref="Most"/>].</param>
/// <param name="Power">Factor on P(n, f), in the same range.</param>
public readonly record struct TableFactors(double Time, double Power)
{
    /// <summary>The least factor allowed.</summary>
    public const double Least = 0.1;

    /// <summary>The greatest factor allowed.</summary>
    public const double Most = 10;

    /// <summary>The site is as its table says.</summary>
    public static TableFactors None => new(1, 1);

    /// <summary>Whether the site is as its table says.</summary>
    public bool IsNone => Time == 1 && Power == 1;

    /// <summary>Whether both are in their range.</summary>
    public bool IsAllowed => IsInRange(Time) && IsInRange(Power);

    /// <summary>Throws unless both are in their range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not, or is NaN.</exception>
    public void Check()
    {
        if (!IsAllowed)
            throw new ArgumentOutOfRangeException(IsInRange(Time) ? nameof(Power) : nameof(Time), this, $"A factor on a table must be in [{Least}, {Most}].");
    }

    private static bool IsInRange(double factor) => factor >= Least && factor <= Most;
}
