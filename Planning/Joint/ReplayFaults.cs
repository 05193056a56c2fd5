namespace ControlPlane.Planning.Joint;

/// <summary>Collects the rules that a plan breaks by more than a tolerance.</summary>
internal sealed class ReplayFaults(double tolerance)
{
    /// <summary>GPUs that solvers leave of 0.</summary>
    public const double Rounding = 1e-6;

    private readonly List<PlanViolation> _found = [];

    public IReadOnlyList<PlanViolation> Found => _found;

    /// <summary>Reports a value that must be 0.</summary>
    public void MustBeZero(double value, FormattableString rule)
    {
        if (!(Math.Abs(value) <= tolerance))
            _found.Add(new PlanViolation(FormattableString.Invariant(rule), value));
    }

    /// <summary>Reports a value that must not be above a limit.</summary>
    public void AtMost(double value, double limit, FormattableString rule)
    {
        // The negated comparison also catches NaN.
        if (!(value <= limit + tolerance * Math.Max(1, Math.Abs(limit))))
            _found.Add(new PlanViolation(FormattableString.Invariant(rule), value - limit));
    }

    /// <summary>Reports what must not be.</summary>
    public void Forbidden(bool isSo, FormattableString rule)
    {
        if (isSo)
            _found.Add(new PlanViolation(FormattableString.Invariant(rule), 1));
    }
}
