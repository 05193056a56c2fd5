using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>Copies of programmes whose bounds and costs may be changed without touching the original.</summary>
internal static class ProgramCopy
{
    /// <summary>The relaxation.</summary>
    public static LinearProgram Of(LinearProgram program)
    {
        var copy = new LinearProgram();
        AddRows(program, copy);
        for (var j = 0; j < program.ColumnCount; j++)
            copy.AddColumn(program.Costs[j], program.ColumnLowers[j], program.ColumnUppers[j], Entries(program, j), program.ColumnName(j));
        return copy;
    }

    /// <summary>The programme that asks for any point.</summary>
    public static MixedIntegerProgram WithoutCosts(MixedIntegerProgram program)
    {
        var linear = program.Linear;
        var copy = new MixedIntegerProgram { Name = program.Name };
        AddRows(linear, copy.Linear);
        for (var j = 0; j < linear.ColumnCount; j++)
        {
            if (program.IsInteger(j)) copy.AddInteger(0, linear.ColumnLowers[j], linear.ColumnUppers[j], Entries(linear, j), linear.ColumnName(j));
            else copy.Linear.AddColumn(0, linear.ColumnLowers[j], linear.ColumnUppers[j], Entries(linear, j), linear.ColumnName(j));
        }

        return copy;
    }

    private static void AddRows(LinearProgram from, LinearProgram to)
    {
        for (var i = 0; i < from.RowCount; i++) to.AddRow(from.RowLowers[i], from.RowUppers[i], from.RowName(i));
    }

    private static (int Row, double Coefficient)[] Entries(LinearProgram program, int column)
    {
        var rows = program.ColumnRows(column);
        var entries = new (int, double)[rows.Length];
        for (var k = 0; k < entries.Length; k++) entries[k] = (rows[k], program.ColumnCoefficients(column)[k]);
        return entries;
    }
}
