namespace ControlPlane.Planning.MixedInteger;

/// <summary>A row's bounds as MPS says them: sense, right-hand side and, with two different bounds, the range between them.</summary>
/// <param name="Sense">N without bounds, E, G or L.</param>
/// <param name="RightHandSide">The bound that the sense speaks of.</param>
/// <param name="Range">Distance of the other bound, null without one.</param>
internal readonly record struct MpsRange(char Sense, double RightHandSide, double? Range)
{
    public static MpsRange Of(double lower, double upper) => (double.IsInfinity(lower), double.IsInfinity(upper)) switch
    {
        (true, true) => new MpsRange('N', 0, null),
        (true, false) => new MpsRange('L', upper, null),
        (false, true) => new MpsRange('G', lower, null),
        _ when lower == upper => new MpsRange('E', lower, null),
        _ => Between(lower, upper),
    };

    /// <summary>The bounds again.</summary>
    public (double Lower, double Upper) Bounds() => (Sense, Range) switch
    {
        ('N', _) => (double.NegativeInfinity, double.PositiveInfinity),
        ('L', null) => (double.NegativeInfinity, RightHandSide),
        ('G', null) => (RightHandSide, double.PositiveInfinity),
        ('L', { } range) => (RightHandSide - Math.Abs(range), RightHandSide),
        ('G', { } range) => (RightHandSide, RightHandSide + Math.Abs(range)),
        (_, < 0) => (RightHandSide + Range.Value, RightHandSide),
        (_, { } range) => (RightHandSide, RightHandSide + range),
        _ => (RightHandSide, RightHandSide),
    };

    // The difference is rounded: whichever side gives both bounds back to the bit is taken, if there is one.
    private static MpsRange Between(double lower, double upper)
    {
        var range = upper - lower;
        foreach (var width in (ReadOnlySpan<double>)[range, Math.BitIncrement(range), Math.BitDecrement(range)])
        {
            foreach (var candidate in (ReadOnlySpan<MpsRange>)[new('G', lower, width), new('L', upper, width)])
            {
                if (candidate.Bounds() == (lower, upper)) return candidate;
            }
        }

        return new MpsRange('G', lower, range);
    }
}
