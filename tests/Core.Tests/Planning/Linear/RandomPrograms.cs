using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

/// <summary>Random programmes from fixed seeds.</summary>
internal static class RandomPrograms
{
    /// <summary>Up to 4 columns and 4 rows of small integers, of every kind of row and bound; many are degenerate, infeasible or unbounded.</summary>
    public static LinearProgram Tiny(int seed)
    {
        var random = new Random(seed);
        var program = new LinearProgram();
        int rows = random.Next(1, 5), columns = random.Next(1, 5);
        for (int i = 0; i < rows; i++)
        {
            double rhs = random.Next(-6, 13);
            _ = random.Next(5) switch
            {
                0 => program.AddRowEqual(rhs),
                1 => program.AddRowAtLeast(rhs),
                2 => program.AddRow(rhs - random.Next(1, 6), rhs),
                _ => program.AddRowAtMost(rhs),
            };
        }

        for (int j = 0; j < columns; j++)
        {
            (int, double)[] entries = [.. Enumerable.Range(0, rows).Where(_ => random.Next(4) > 0).Select(i => (i, (double)random.Next(-4, 5)))];
            (double lower, double upper) = random.Next(6) switch
            {
                0 => (double.NegativeInfinity, double.PositiveInfinity),
                1 => (double.NegativeInfinity, random.Next(-3, 6)),
                2 or 3 => (0, random.Next(0, 8)),
                _ => (0.0, double.PositiveInfinity),
            };
            program.AddColumn(random.Next(-5, 6), lower, upper, entries);
        }

        return program;
    }

    /// <summary>A sparse programme that has the given shape and, by construction, a feasible point and a finite optimum.</summary>
    public static LinearProgram Feasible(int seed, int rows, int columns, int entriesPerColumn)
    {
        var random = new Random(seed);
        var point = new double[columns];
        var activity = new double[rows];
        var dual = new double[rows];
        for (int i = 0; i < rows; i++) dual[i] = random.Next(3) == 0 ? 0 : random.NextDouble() * 2 - 1;
        var entries = new (int, double)[columns][];
        for (int j = 0; j < columns; j++)
        {
            point[j] = random.Next(2) == 0 ? 0 : random.Next(1, 5);
            int[] chosen = [.. Enumerable.Range(0, entriesPerColumn).Select(_ => random.Next(rows)).Distinct()];
            entries[j] = [.. chosen.Select(i => (i, Math.Round(random.NextDouble() * 8 - 3, 2)))];
            foreach ((int i, double a) in entries[j]) activity[i] += a * point[j];
        }

        var program = new LinearProgram();
        for (int i = 0; i < rows; i++)
        {
            double slack = random.Next(2) == 0 ? 0 : random.NextDouble() * 3;
            if (dual[i] > 0) program.AddRowAtLeast(activity[i] - slack);
            else if (dual[i] < 0) program.AddRowAtMost(activity[i] + slack);
            else program.AddRow(activity[i] - slack, activity[i] + random.Next(2));
        }

        // Costs no less than the duals' worth of the entries keep the dual feasible; below it only for boxed columns.
        for (int j = 0; j < columns; j++)
        {
            bool boxed = random.Next(3) == 0;
            double worth = entries[j].Sum(e => e.Item2 * dual[e.Item1]);
            double cost = boxed ? random.NextDouble() * 4 - 2 : worth + random.Next(0, 2) * random.NextDouble();
            program.AddColumn(cost, 0, boxed ? point[j] + random.Next(3) : double.PositiveInfinity, entries[j]);
        }

        return program;
    }
}
