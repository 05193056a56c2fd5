using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>The bounds of columns that take part in a conflict.</summary>
internal static class ConflictBounds
{
    private const double Rounding = 1e-9;

    /// <summary>Those that the ray rests on: it adds rows up to a sum of columns whose range misses the rows'.</summary>
    public static List<string> Of(LinearProgram program, IReadOnlyList<double> ray)
    {
        var weights = new double[program.ColumnCount];
        double low = 0, rowHigh = 0;
        for (var j = 0; j < weights.Length; j++)
        {
            weights[j] = Weight(program, ray, j);
            if (weights[j] != 0) low += weights[j] * (weights[j] > 0 ? program.ColumnLowers[j] : program.ColumnUppers[j]);
        }

        for (var i = 0; i < program.RowCount; i++)
        {
            if (ray[i] != 0) rowHigh += ray[i] * (ray[i] > 0 ? program.RowUppers[i] : program.RowLowers[i]);
        }

        // Either the least sum is above what the rows allow, or the greatest below.
        var isAbove = low > rowHigh;
        var bounds = new List<string>();
        for (var j = 0; j < weights.Length; j++)
        {
            if (weights[j] == 0) continue;
            var isLower = weights[j] > 0 == isAbove;
            var bound = isLower ? program.ColumnLowers[j] : program.ColumnUppers[j];
            if (bound != 0) bounds.Add(FormattableString.Invariant($"{program.ColumnName(j)} {(isLower ? "at least" : "at most")} {bound:G6}"));
        }

        return bounds;
    }

    /// <summary>Whole numbers between whose bounds there is none.</summary>
    public static List<string> WithoutWholeNumber(MixedIntegerProgram program)
    {
        var bounds = new List<string>();
        for (var j = 0; j < program.Linear.ColumnCount; j++)
        {
            double lower = program.Linear.ColumnLowers[j], upper = program.Linear.ColumnUppers[j];
            if (program.IsInteger(j) && Math.Ceiling(lower - MixedIntegerCheck.Tolerance) > Math.Floor(upper + MixedIntegerCheck.Tolerance))
                bounds.Add(FormattableString.Invariant($"{program.Linear.ColumnName(j)} a whole number from {lower:G6} to {upper:G6}"));
        }

        return bounds;
    }

    private static double Weight(LinearProgram program, IReadOnlyList<double> ray, int column)
    {
        double weight = 0, size = 0;
        var rows = program.ColumnRows(column);
        for (var k = 0; k < rows.Length; k++)
        {
            var term = ray[rows[k]] * program.ColumnCoefficients(column)[k];
            weight += term;
            size += Math.Abs(term);
        }

        return Math.Abs(weight) > Rounding * size ? weight : 0;
    }
}
