using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// Checks a point against its programme alone, whoever found it: bounds, whole numbers and rows. What passes may be believed; nothing a solver
/// says about its point enters.
/// </summary>
public static class MixedIntegerCheck
{
    /// <summary>
    /// What a row may miss, relative to the largest of 1, its bounds and its terms; what a column may miss, relative to the largest of 1 and its
    /// bounds; what a whole number may be away from one.
    /// </summary>
    public const double Tolerance = 1e-6;

    /// <summary>Rounds, works out the objective and names every violation.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="values">A value for every column.</param>
    /// <exception cref="ArgumentException">There is not one value for every column.</exception>
    public static MixedIntegerPoint Of(MixedIntegerProgram program, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(values);
        var linear = program.Linear;
        if (values.Count != linear.ColumnCount)
            throw new ArgumentException($"There are {values.Count} values for {linear.ColumnCount} columns.", nameof(values));

        var violations = new List<MixedIntegerViolation>();
        var point = new double[values.Count];
        for (var j = 0; j < point.Length; j++) point[j] = Column(program, j, values[j], violations);
        if (point.All(double.IsFinite)) Rows(linear, point, violations);
        return new MixedIntegerPoint { Values = point, Objective = Objective(linear, point), Violations = violations };
    }

    /// <summary>c'x of a point.</summary>
    internal static double Objective(LinearProgram linear, ReadOnlySpan<double> point)
    {
        double sum = 0;
        for (var j = 0; j < point.Length; j++) sum += linear.Costs[j] * point[j];
        return sum;
    }

    private static double Column(MixedIntegerProgram program, int column, double value, List<MixedIntegerViolation> violations)
    {
        var linear = program.Linear;
        double lower = linear.ColumnLowers[column], upper = linear.ColumnUppers[column];
        string part() => $"column '{linear.ColumnName(column)}'";
        if (!double.IsFinite(value))
        {
            violations.Add(new MixedIntegerViolation(part(), value, "a finite number", double.NaN));
            return value;
        }

        if (program.IsInteger(column))
        {
            var whole = Math.Round(value);
            if (Math.Abs(value - whole) > Tolerance) violations.Add(new MixedIntegerViolation(part(), value, "a whole number", Math.Abs(value - whole)));
            else value = whole;
        }

        var scale = Tolerance * Math.Max(1, Math.Max(Finite(lower), Finite(upper)));
        AddMiss(violations, part, value, lower, upper, scale);

        // A whole number may not be moved onto a bound that is none.
        return program.IsInteger(column) ? value : Onto(value, lower, upper, scale);
    }

    private static double Onto(double value, double lower, double upper, double tolerance)
    {
        if (value < lower && value >= lower - tolerance) return lower;
        return value > upper && value <= upper + tolerance ? upper : value;
    }

    private static void Rows(LinearProgram linear, double[] point, List<MixedIntegerViolation> violations)
    {
        var activity = new double[linear.RowCount];
        var size = new double[linear.RowCount];
        for (var j = 0; j < point.Length; j++)
        {
            var rows = linear.ColumnRows(j);
            var coefficients = linear.ColumnCoefficients(j);
            for (var k = 0; k < rows.Length; k++)
            {
                var term = coefficients[k] * point[j];
                activity[rows[k]] += term;
                size[rows[k]] = Math.Max(size[rows[k]], Math.Abs(term));
            }
        }

        for (var i = 0; i < activity.Length; i++)
        {
            double lower = linear.RowLowers[i], upper = linear.RowUppers[i];
            var scale = Tolerance * Math.Max(Math.Max(1, size[i]), Math.Max(Finite(lower), Finite(upper)));
            var row = i;
            AddMiss(violations, () => $"row '{linear.RowName(row)}'", activity[i], lower, upper, scale);
        }
    }

    private static void AddMiss(List<MixedIntegerViolation> violations, Func<string> part, double value, double lower, double upper, double tolerance)
    {
        if (value < lower - tolerance)
            violations.Add(new MixedIntegerViolation(part(), value, FormattableString.Invariant($"at least {lower:G9}"), lower - value));
        else if (value > upper + tolerance)
            violations.Add(new MixedIntegerViolation(part(), value, FormattableString.Invariant($"at most {upper:G9}"), value - upper));
    }

    private static double Finite(double bound) => double.IsFinite(bound) ? Math.Abs(bound) : 0;
}
