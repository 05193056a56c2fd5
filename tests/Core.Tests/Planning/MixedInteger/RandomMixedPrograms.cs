using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Core.Tests.Planning.MixedInteger;

/// <summary>Random mixed-integer programmes from fixed seeds.</summary>
internal static class RandomMixedPrograms
{
    /// <summary>Up to 3 whole numbers, some of them binary, and up to 2 other columns under up to 4 rows; bounded, and often infeasible.</summary>
    public static MixedIntegerProgram Tiny(int seed)
    {
        var random = new Random(seed);
        var program = new MixedIntegerProgram { Name = $"tiny {seed}" };
        var rows = random.Next(1, 5);
        var isHalf = random.Next(3) == 0;
        for (var i = 0; i < rows; i++)
        {
            var rhs = random.Next(-4, 12) + (isHalf ? 0.5 : 0);
            _ = random.Next(5) switch
            {
                0 => program.Linear.AddRowEqual(rhs),
                1 => program.Linear.AddRowAtLeast(rhs),
                2 => program.Linear.AddRow(rhs - random.Next(1, 4), rhs),
                _ => program.Linear.AddRowAtMost(rhs),
            };
        }

        var columns = random.Next(1, 6);
        for (var j = 0; j < columns; j++)
        {
            (int, double)[] entries = [.. Enumerable.Range(0, rows).Where(_ => random.Next(4) > 0).Select(i => (i, (double)random.Next(-4, 5)))];
            var cost = random.Next(-6, 7) + (random.Next(2) == 0 ? 0 : 0.25);
            if (j >= 3) program.Linear.AddColumn(cost, 0, random.Next(1, 8), entries);
            else if (random.Next(2) == 0) program.AddBinary(cost, entries);
            else program.AddInteger(cost, random.Next(-3, 1), random.Next(1, 4) + (random.Next(4) == 0 ? 0.5 : 0), entries);
        }

        return program;
    }

    /// <summary>Set packing with side conditions: feasible, hard enough to branch.</summary>
    public static MixedIntegerProgram Packing(int seed, int items, int knapsacks)
    {
        var random = new Random(seed);
        var program = new MixedIntegerProgram { Name = $"packing-{seed}" };
        var weights = new double[knapsacks, items];
        for (var i = 0; i < knapsacks; i++)
        {
            double sum = 0;
            for (var j = 0; j < items; j++) sum += weights[i, j] = random.Next(10, 100);
            program.Linear.AddRowAtMost(Math.Floor(sum / 2), $"knapsack {i}");
        }

        for (var j = 0; j < items; j++)
        {
            (int, double)[] entries = [.. Enumerable.Range(0, knapsacks).Select(i => (i, weights[i, j]))];
            program.AddBinary(-entries.Sum(e => e.Item2) / knapsacks - random.Next(1, 30), entries, $"item {j}");
        }

        return program;
    }
}
