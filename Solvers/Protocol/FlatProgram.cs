using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Solvers.Protocol;

/// <summary>A programme and when to end as arrays, the way native libraries and pipes take them.</summary>
internal sealed record FlatProgram
{
    public required double[] Costs { get; init; }

    public required double[] Lowers { get; init; }

    public required double[] Uppers { get; init; }

    public required double[] RowLowers { get; init; }

    public required double[] RowUppers { get; init; }

    /// <summary>Where each column's entries begin, and behind the last where they end.</summary>
    public required int[] Starts { get; init; }

    public required int[] Rows { get; init; }

    public required double[] Coefficients { get; init; }

    /// <summary>The columns that are whole numbers.</summary>
    public required int[] Integers { get; init; }

    /// <summary>A point to begin with; empty for none.</summary>
    public required double[] Start { get; init; }

    public required double TimeLimitS { get; init; }

    public required double RelativeGap { get; init; }

    public required double AbsoluteGap { get; init; }

    public int ColumnCount => Costs.Length;

    public int RowCount => RowLowers.Length;

    public static FlatProgram Of(MixedIntegerProgram program, MixedIntegerOptions options)
    {
        var linear = program.Linear;
        var starts = new int[linear.ColumnCount + 1];
        var rows = new List<int>(linear.EntryCount);
        var coefficients = new List<double>(linear.EntryCount);
        for (var j = 0; j < linear.ColumnCount; j++)
        {
            rows.AddRange(linear.ColumnRows(j));
            coefficients.AddRange(linear.ColumnCoefficients(j));
            starts[j + 1] = rows.Count;
        }

        return new FlatProgram
        {
            Costs = linear.Costs.ToArray(),
            Lowers = linear.ColumnLowers.ToArray(),
            Uppers = linear.ColumnUppers.ToArray(),
            RowLowers = linear.RowLowers.ToArray(),
            RowUppers = linear.RowUppers.ToArray(),
            Starts = starts,
            Rows = [.. rows],
            Coefficients = [.. coefficients],
            Integers = [.. Enumerable.Range(0, linear.ColumnCount).Where(program.IsInteger)],
            Start = options.Start is { } start && start.Count == linear.ColumnCount ? [.. start] : [],
            TimeLimitS = options.TimeLimit.TotalSeconds,
            RelativeGap = options.RelativeGap,
            AbsoluteGap = options.AbsoluteGap,
        };
    }
}
