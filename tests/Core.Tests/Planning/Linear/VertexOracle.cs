using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

/// <summary>
/// Solves tiny programmes by enumerating every intersection of n hyperplanes (row and column bounds), inside a huge box. An optimum
/// that moves when the box is doubled is unbounded. Shares no code with the simplex solver.
/// </summary>
internal static class VertexOracle
{
    private const double Box = 1e6;
    private const double Tolerance = 1e-7;

    public static (LinearStatus Status, double Objective) Solve(LinearProgram program)
    {
        double small = BestVertex(program, Box);
        if (double.IsPositiveInfinity(small)) return (LinearStatus.Infeasible, double.NaN);
        double large = BestVertex(program, 2 * Box);
        return Math.Abs(small - large) > 1 ? (LinearStatus.Unbounded, double.NaN) : (LinearStatus.Optimal, small);
    }

    private static double BestVertex(LinearProgram program, double box)
    {
        List<(double[] Normal, double Offset)> planes = Planes(program, box);
        double best = double.PositiveInfinity;
        var chosen = new int[program.ColumnCount];
        Enumerate(0, 0);
        return best;

        void Enumerate(int depth, int from)
        {
            if (depth == chosen.Length)
            {
                double[]? x = Intersect(planes, chosen);
                if (x is not null && IsFeasible(program, x, box)) best = Math.Min(best, Objective(program, x));
                return;
            }

            for (int k = from; k < planes.Count; k++)
            {
                chosen[depth] = k;
                Enumerate(depth + 1, k + 1);
            }
        }
    }

    private static List<(double[] Normal, double Offset)> Planes(LinearProgram program, double box)
    {
        var planes = new List<(double[], double)>();
        double[,] matrix = Dense(program);
        for (int i = 0; i < program.RowCount; i++)
        {
            double[] normal = [.. Enumerable.Range(0, program.ColumnCount).Select(j => matrix[i, j])];
            foreach (double bound in new[] { program.RowLowers[i], program.RowUppers[i] }.Distinct().Where(double.IsFinite))
                planes.Add((normal, bound));
        }

        for (int j = 0; j < program.ColumnCount; j++)
        {
            var normal = new double[program.ColumnCount];
            normal[j] = 1;
            double lower = Math.Max(program.ColumnLowers[j], -box), upper = Math.Min(program.ColumnUppers[j], box);
            foreach (double bound in new[] { lower, upper }.Distinct()) planes.Add((normal, bound));
        }

        return planes;
    }

    private static double[]? Intersect(List<(double[] Normal, double Offset)> planes, int[] chosen)
    {
        int n = chosen.Length;
        var a = new double[n, n + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) a[i, j] = planes[chosen[i]].Normal[j];
            a[i, n] = planes[chosen[i]].Offset;
        }

        for (int c = 0; c < n; c++)
        {
            int pivot = Enumerable.Range(c, n - c).MaxBy(i => Math.Abs(a[i, c]));
            if (Math.Abs(a[pivot, c]) < 1e-9) return null;
            for (int j = 0; j <= n; j++) (a[c, j], a[pivot, j]) = (a[pivot, j], a[c, j]);
            for (int i = 0; i < n; i++)
            {
                if (i == c) continue;
                double factor = a[i, c] / a[c, c];
                for (int j = c; j <= n; j++) a[i, j] -= factor * a[c, j];
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => a[i, n] / a[i, i])];
    }

    private static bool IsFeasible(LinearProgram program, double[] x, double box)
    {
        for (int j = 0; j < x.Length; j++)
        {
            double lower = Math.Max(program.ColumnLowers[j], -box), upper = Math.Min(program.ColumnUppers[j], box);
            if (Misses(x[j], Math.Abs(x[j]), lower, upper)) return false;
        }

        double[,] matrix = Dense(program);
        for (int i = 0; i < program.RowCount; i++)
        {
            double activity = 0, size = 0;
            for (int j = 0; j < x.Length; j++)
            {
                activity += matrix[i, j] * x[j];
                size += Math.Abs(matrix[i, j] * x[j]);
            }

            if (Misses(activity, size, program.RowLowers[i], program.RowUppers[i])) return false;
        }

        return true;
    }

    private static bool Misses(double value, double size, double lower, double upper) =>
        Math.Max(lower - value, value - upper) > Tolerance + 1e-12 * size;

    private static double Objective(LinearProgram program, double[] x)
    {
        double sum = 0;
        for (int j = 0; j < x.Length; j++) sum += program.Costs[j] * x[j];
        return sum;
    }

    private static double[,] Dense(LinearProgram program)
    {
        var matrix = new double[program.RowCount, program.ColumnCount];
        for (int j = 0; j < program.ColumnCount; j++)
        {
            for (int k = 0; k < program.ColumnRows(j).Length; k++) matrix[program.ColumnRows(j)[k], j] = program.ColumnCoefficients(j)[k];
        }

        return matrix;
    }
}
