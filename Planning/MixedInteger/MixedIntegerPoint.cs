namespace ControlPlane.Planning.MixedInteger;

/// <summary>A point as <see cref="MixedIntegerCheck"/> sees it: whole numbers rounded, the objective worked out, every violation named.</summary>
public sealed record MixedIntegerPoint
{
    /// <summary>Value of every column, whole numbers exactly whole and values a tolerance outside their bounds moved onto them.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>c'x of <see cref="Values"/>.</summary>
    public required double Objective { get; init; }

    /// <summary>What is not satisfied, columns first; empty for a feasible point.</summary>
    public required IReadOnlyList<MixedIntegerViolation> Violations { get; init; }

    /// <summary>Whether rows, bounds and integrality hold.</summary>
    public bool IsFeasible => Violations.Count == 0;

    /// <summary>The first violations in one sentence; "feasible" where there are none.</summary>
    public string Describe()
    {
        const int most = 3;
        if (IsFeasible) return "feasible";
        var more = Violations.Count > most ? $", and {Violations.Count - most} more" : "";
        return string.Join("; ", Violations.Take(most)) + more;
    }
}
