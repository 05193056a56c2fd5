using ControlPlane.Core.Tests.Planning.Linear;
using ControlPlane.Planning.Linear;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Core.Tests.Planning.MixedInteger;

/// <summary>Solves tiny programmes by trying every combination of whole numbers, and every vertex of what they leave. Shares no code with the solvers.</summary>
internal static class ExhaustiveSearch
{
    /// <summary>The least objective; NaN where there is no point.</summary>
    public static double Solve(MixedIntegerProgram program)
    {
        var linear = program.Linear;
        int[] integers = [.. Enumerable.Range(0, linear.ColumnCount).Where(program.IsInteger)];
        var values = new double[linear.ColumnCount];
        var best = double.NaN;
        Enumerate(0);
        return best;

        void Enumerate(int depth)
        {
            if (depth == integers.Length)
            {
                var (status, objective) = Rest(program, values);
                if (status == LinearStatus.Optimal && !(objective >= best)) best = objective;
                return;
            }

            var column = integers[depth];
            for (var value = Math.Ceiling(linear.ColumnLowers[column]); value <= linear.ColumnUppers[column]; value++)
            {
                values[column] = value;
                Enumerate(depth + 1);
            }
        }
    }

    /// <summary>What is left for the other columns once the whole numbers are fixed.</summary>
    private static (LinearStatus Status, double Objective) Rest(MixedIntegerProgram program, double[] values)
    {
        var linear = program.Linear;
        var fixedActivity = new double[linear.RowCount];
        double fixedCost = 0;
        var rest = new LinearProgram();
        foreach (var j in Enumerable.Range(0, linear.ColumnCount).Where(program.IsInteger))
        {
            fixedCost += linear.Costs[j] * values[j];
            for (var k = 0; k < linear.ColumnRows(j).Length; k++) fixedActivity[linear.ColumnRows(j)[k]] += linear.ColumnCoefficients(j)[k] * values[j];
        }

        for (var i = 0; i < linear.RowCount; i++) rest.AddRow(linear.RowLowers[i] - fixedActivity[i], linear.RowUppers[i] - fixedActivity[i]);
        foreach (var j in Enumerable.Range(0, linear.ColumnCount).Where(j => !program.IsInteger(j)))
        {
            (int, double)[] entries = [.. Enumerable.Range(0, linear.ColumnRows(j).Length).Select(k => (linear.ColumnRows(j)[k], linear.ColumnCoefficients(j)[k]))];
            rest.AddColumn(linear.Costs[j], linear.ColumnLowers[j], linear.ColumnUppers[j], entries);
        }

        var (status, objective) = VertexOracle.Solve(rest);
        return (status, objective + fixedCost);
    }
}
