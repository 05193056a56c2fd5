using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>The best point found so far; each was checked against the programme before it became it.</summary>
internal sealed class Incumbent(MixedIntegerProgram program, MixedIntegerOptions options)
{
    // Below it a gap is rounding.
    private const double LeastGap = 1e-9;

    private bool _improved;

    public IReadOnlyList<double>? Values { get; private set; }

    public double Objective { get; private set; } = double.NaN;

    public bool Exists => Values is not null;

    /// <summary>A node whose bound is not below it cannot hold a point worth having; +infinity without an incumbent.</summary>
    public double Cutoff => Exists ? Objective - Gap : double.PositiveInfinity;

    private double Gap => Math.Max(Math.Max(options.AbsoluteGap, options.RelativeGap * Math.Abs(Objective)), LeastGap * Math.Max(1, Math.Abs(Objective)));

    public bool IsWithinGap(double bound) => bound >= Cutoff;

    /// <summary>Whether there is a better point than when it was asked last.</summary>
    public bool HasImproved() => _improved && !(_improved = false);

    /// <summary>Takes a caller's point, or the best one with its whole numbers, if there is any.</summary>
    public void TryStart(Relaxation relaxation, IReadOnlyList<double> start)
    {
        if (start.Count != program.Linear.ColumnCount || start.Any(v => !double.IsFinite(v))) return;
        _ = TryRounded(relaxation, start, basis: null);
    }

    /// <summary>
    /// Rounds the whole numbers of a point and, where that breaks a row, works out the others again, which moves the relaxation's bounds.
    /// The objective of the point; +infinity where the whole numbers leave no point; NaN where rounding errors hide what they leave.
    /// </summary>
    public double TryRounded(Relaxation relaxation, IReadOnlyList<double> values, SimplexBasis? basis)
    {
        var rounded = values.ToArray();
        foreach (var j in relaxation.Integers) rounded[j] = Math.Round(rounded[j]);
        var point = MixedIntegerCheck.Of(program, rounded);
        if (point.IsFeasible) return Take(point);
        foreach (var j in relaxation.Integers)
        {
            if (rounded[j] < program.Linear.ColumnLowers[j] || rounded[j] > program.Linear.ColumnUppers[j]) return double.PositiveInfinity;
            relaxation.Set(j, rounded[j], rounded[j]);
        }

        var solved = relaxation.Solve(basis);
        if (solved.Status == LinearStatus.Infeasible) return double.PositiveInfinity;
        if (solved.Status != LinearStatus.Optimal) return double.NaN;
        point = MixedIntegerCheck.Of(program, solved.Values);
        return point.IsFeasible ? Take(point) : double.NaN;
    }

    private double Take(MixedIntegerPoint point)
    {
        if (!Exists || point.Objective < Objective) (Values, Objective, _improved) = (point.Values, point.Objective, true);
        return point.Objective;
    }
}
