using static ControlPlane.Planning.MixedInteger.MpsWriter;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>Writes a programme in the LP format of CPLEX, which people read. Numbers are written so that reading them gives the same bits.</summary>
public static class LpWriter
{
    private const int TermsPerLine = 8;

    // Readers differ about rows with two bounds, and some forget one without a word: such a row is written as two.
    private const string LowerSide = "__lower";

    /// <summary>Writes a programme. Columns and rows bear the names of <see cref="SafeNames"/>; rows without bounds are left out and rows with two become two.</summary>
    public static void Write(MixedIntegerProgram program, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(writer);
        var columns = SafeNames.OfColumns(program.Linear);
        Line(writer, $"\\ {SafeNames.Of(program.Name)}");
        Line(writer, "Minimize");
        writer.Write($" {Objective}:");
        var costs = program.Linear.Costs.ToArray();
        Terms(writer, columns, costs.Select((cost, j) => (j, cost)).Where(t => t.cost != 0));
        Line(writer, "");
        Rows(program, columns, writer);
        Bounds(program, columns, writer);
        Integers(program, columns, writer);
        Line(writer, "End");
    }

    private static void Rows(MixedIntegerProgram program, IReadOnlyList<string> columns, TextWriter writer)
    {
        Line(writer, "Subject To");
        var linear = program.Linear;
        var names = SafeNames.OfRows(linear);
        var terms = ByRow(program);
        for (var i = 0; i < names.Count; i++)
        {
            double lower = linear.RowLowers[i], upper = linear.RowUppers[i];
            if (lower == upper) Row(names[i], terms[i], "=", lower);
            else if (double.IsFinite(upper)) Row(names[i], terms[i], "<=", upper);
            if (lower != upper && double.IsFinite(lower)) Row(double.IsFinite(upper) ? names[i] + LowerSide : names[i], terms[i], ">=", lower);
        }

        void Row(string name, List<(int, double)> sum, string sense, double bound)
        {
            writer.Write($" {name}:");
            Terms(writer, columns, sum);
            Line(writer, $" {sense} {Number(bound)}");
        }
    }

    private static List<(int Column, double Coefficient)>[] ByRow(MixedIntegerProgram program)
    {
        var linear = program.Linear;
        List<(int, double)>[] terms = [.. Enumerable.Range(0, linear.RowCount).Select(_ => new List<(int, double)>())];
        for (var j = 0; j < linear.ColumnCount; j++)
        {
            for (var k = 0; k < linear.ColumnRows(j).Length; k++)
            {
                if (linear.ColumnCoefficients(j)[k] != 0) terms[linear.ColumnRows(j)[k]].Add((j, linear.ColumnCoefficients(j)[k]));
            }
        }

        return terms;
    }

    private static void Terms(TextWriter writer, IReadOnlyList<string> columns, IEnumerable<(int Column, double Coefficient)> terms)
    {
        var count = 0;
        foreach (var (column, coefficient) in terms)
        {
            if (count > 0 && count % TermsPerLine == 0) writer.Write("\n  ");
            count++;
            writer.Write($" {(coefficient < 0 ? '-' : '+')} {Number(Math.Abs(coefficient))} {columns[column]}");
        }

        // A sum of nothing needs a term, as long as there is a column to write it with.
        if (count == 0 && columns.Count > 0) writer.Write($" 0 {columns[0]}");
    }

    private static void Bounds(MixedIntegerProgram program, IReadOnlyList<string> columns, TextWriter writer)
    {
        Line(writer, "Bounds");
        for (var j = 0; j < columns.Count; j++)
        {
            double lower = program.Linear.ColumnLowers[j], upper = program.Linear.ColumnUppers[j];
            Line(writer, (double.IsInfinity(lower), double.IsInfinity(upper)) switch
            {
                (true, true) => $" {columns[j]} free",
                (false, true) => $" {columns[j]} >= {Number(lower)}",
                (true, false) => $" -inf <= {columns[j]} <= {Number(upper)}",
                _ when lower == upper => $" {columns[j]} = {Number(lower)}",
                _ => $" {Number(lower)} <= {columns[j]} <= {Number(upper)}",
            });
        }
    }

    private static void Integers(MixedIntegerProgram program, IReadOnlyList<string> columns, TextWriter writer)
    {
        if (program.IntegerCount == 0) return;
        Line(writer, "General");
        for (var j = 0; j < columns.Count; j++)
        {
            if (program.IsInteger(j)) Line(writer, $" {columns[j]}");
        }
    }
}
