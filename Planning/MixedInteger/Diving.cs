using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// A heuristic for an early incumbent: fixes the whole numbers that are nearly whole, a part of them at a time, and solves what is left, until all
/// are whole or nothing is left.
/// </summary>
internal static class Diving
{
    private const double ShareFixed = 0.2;
    private const int MostSteps = 200;

    /// <summary>Dives from a solved node; the relaxation's bounds are the node's before and anything after.</summary>
    public static void Run(Relaxation relaxation, LinearSolution node, Incumbent incumbent)
    {
        var at = node;
        for (var step = 0; step < MostSteps; step++)
        {
            var fractional = Fractional(relaxation, at.Values);
            if (fractional.Count == 0)
            {
                _ = incumbent.TryRounded(relaxation, at.Values, at.Basis);
                return;
            }

            var next = Step(relaxation, at, fractional);
            if (next is null || next.Objective >= incumbent.Cutoff) return;
            at = next;
        }
    }

    // Most whole first.
    private static List<int> Fractional(Relaxation relaxation, IReadOnlyList<double> values) =>
        [.. relaxation.Integers.Where(j => Distance(values[j]) > MixedIntegerCheck.Tolerance).OrderBy(j => Distance(values[j])).ThenBy(j => j)];

    private static double Distance(double value) => Math.Abs(value - Math.Round(value));

    /// <summary>Fixes a part of them; where that leaves nothing only the first; where that does not either, the first the other way.</summary>
    private static LinearSolution? Step(Relaxation relaxation, LinearSolution at, List<int> fractional)
    {
        var count = Math.Max(1, (int)(ShareFixed * fractional.Count));
        var before = fractional.Take(count).Select(j => (Column: j, Lower: relaxation.Lower(j), Upper: relaxation.Upper(j))).ToArray();
        foreach (var (j, _, _) in before) Fix(relaxation, j, Math.Round(at.Values[j]));
        if (Solved(relaxation, at) is { } all) return all;
        foreach (var (j, lower, upper) in before) relaxation.Set(j, lower, upper);
        var first = before[0].Column;
        var nearest = Math.Round(at.Values[first]);
        if (count > 1)
        {
            Fix(relaxation, first, nearest);
            if (Solved(relaxation, at) is { } one) return one;
        }

        var other = nearest > at.Values[first] ? nearest - 1 : nearest + 1;
        if (other < before[0].Lower || other > before[0].Upper) return null;
        Fix(relaxation, first, other);
        return Solved(relaxation, at);
    }

    private static void Fix(Relaxation relaxation, int column, double value) => relaxation.Set(column, value, value);

    private static LinearSolution? Solved(Relaxation relaxation, LinearSolution at) =>
        relaxation.Solve(at.Basis) is { Status: LinearStatus.Optimal } solution ? solution : null;
}
