namespace ControlPlane.Planning.MixedInteger;

/// <summary>Something of a programme that a point does not satisfy.</summary>
/// <param name="Part">Which column or row, and what of it, as in "row 'power s0 t3'".</param>
/// <param name="Value">The value of the column or the activity of the row.</param>
/// <param name="Demand">What was demanded, as in "at most 12".</param>
/// <param name="Amount">By how much it is missed, in the units of the column or row, > 0; NaN where the value is not a number.</param>
public sealed record MixedIntegerViolation(string Part, double Value, string Demand, double Amount)
{
    /// <summary>The violation in a sentence.</summary>
    public override string ToString() => FormattableString.Invariant($"{Part} is {Value:G9} and must be {Demand} (missed by {Amount:G3})");
}
