using System.Globalization;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// Writes a programme as free-format MPS: integer markers in quotes, ranges, explicit bounds wherever readers differ about defaults. Numbers are
/// written so that reading them gives the same bits; only of a row with two bounds, which MPS gives as one and a distance, one may miss its last bit.
/// </summary>
public static class MpsWriter
{
    /// <summary>The name of the objective row.</summary>
    internal const string Objective = "obj";

    /// <summary>Writes a programme. Columns and rows bear the names of <see cref="SafeNames"/>.</summary>
    public static void Write(MixedIntegerProgram program, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(writer);
        var rows = SafeNames.OfRows(program.Linear);
        var columns = SafeNames.OfColumns(program.Linear);

        // Without FREE, CBC guesses by the columns in which short names stand, and guesses wrong.
        Line(writer, $"NAME {SafeNames.Of(program.Name)} FREE");
        Rows(program, rows, writer);
        Columns(program, rows, columns, writer);
        RightHandSides(program, rows, writer);
        Bounds(program, columns, writer);
        Line(writer, "ENDATA");
    }

    /// <summary>A number as a reader gets it back to the bit.</summary>
    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A line that ends the same on every machine.</summary>
    internal static void Line(TextWriter writer, string text)
    {
        writer.Write(text);
        writer.Write('\n');
    }

    private static void Rows(MixedIntegerProgram program, IReadOnlyList<string> names, TextWriter writer)
    {
        Line(writer, "ROWS");
        Line(writer, $" N {Objective}");
        for (var i = 0; i < names.Count; i++) Line(writer, $" {MpsRange.Of(program.Linear.RowLowers[i], program.Linear.RowUppers[i]).Sense} {names[i]}");
    }

    private static void Columns(MixedIntegerProgram program, IReadOnlyList<string> rows, IReadOnlyList<string> columns, TextWriter writer)
    {
        Line(writer, "COLUMNS");
        var markers = 0;
        var isInteger = false;
        for (var j = 0; j < columns.Count; j++)
        {
            if (program.IsInteger(j) != isInteger) Marker(writer, isInteger = !isInteger, markers++);
            Column(program, j, rows, columns[j], writer);
        }

        if (isInteger) Marker(writer, begins: false, markers);
    }

    private static void Marker(TextWriter writer, bool begins, int number) => Line(writer, $" MARKER{number} 'MARKER' {(begins ? "'INTORG'" : "'INTEND'")}");

    private static void Column(MixedIntegerProgram program, int column, IReadOnlyList<string> rows, string name, TextWriter writer)
    {
        var linear = program.Linear;
        var coefficients = linear.ColumnCoefficients(column);

        // A column without any entry exists by an objective of nothing.
        if (linear.Costs[column] != 0 || coefficients.IndexOfAnyExcept(0) < 0) Line(writer, $" {name} {Objective} {Number(linear.Costs[column])}");
        for (var k = 0; k < coefficients.Length; k++)
        {
            if (coefficients[k] != 0) Line(writer, $" {name} {rows[linear.ColumnRows(column)[k]]} {Number(coefficients[k])}");
        }
    }

    private static void RightHandSides(MixedIntegerProgram program, IReadOnlyList<string> names, TextWriter writer)
    {
        MpsRange Row(int i) => MpsRange.Of(program.Linear.RowLowers[i], program.Linear.RowUppers[i]);
        Line(writer, "RHS");
        for (var i = 0; i < names.Count; i++)
        {
            if (Row(i).RightHandSide != 0) Line(writer, $" RHS {names[i]} {Number(Row(i).RightHandSide)}");
        }

        Line(writer, "RANGES");
        for (var i = 0; i < names.Count; i++)
        {
            if (Row(i).Range is { } range) Line(writer, $" RNG {names[i]} {Number(range)}");
        }
    }

    private static void Bounds(MixedIntegerProgram program, IReadOnlyList<string> names, TextWriter writer)
    {
        Line(writer, "BOUNDS");
        for (var j = 0; j < names.Count; j++) Bound(program, j, names[j], writer);
    }

    private static void Bound(MixedIntegerProgram program, int column, string name, TextWriter writer)
    {
        double lower = program.Linear.ColumnLowers[column], upper = program.Linear.ColumnUppers[column];
        void bound(string kind, double? value) => Line(writer, value is { } number ? $" {kind} BND {name} {Number(number)}" : $" {kind} BND {name}");
        if (lower == upper)
        {
            bound("FX", lower);
            return;
        }

        if (double.IsInfinity(lower) && double.IsInfinity(upper))
        {
            bound("FR", null);
            return;
        }

        // Of a whole number without bounds some readers make one of 0 or 1: PL says that there is none above.
        if (double.IsInfinity(lower)) bound("MI", null);
        else if (lower != 0) bound("LO", lower);
        if (!double.IsInfinity(upper)) bound("UP", upper);
        else if (program.IsInteger(column)) bound("PL", null);
    }
}
