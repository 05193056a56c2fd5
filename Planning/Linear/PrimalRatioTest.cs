namespace ControlPlane.Planning.Linear;

/// <summary>
/// Ratio test of phase 2: the largest step that keeps the basic variables within their bounds. Harris' two passes trade a bound
/// violation within half the tolerance for a larger pivot; Bland's rule takes the lowest index among the exact ties.
/// </summary>
internal static class PrimalRatioTest
{
    public const double PivotTolerance = 1e-9;

    /// <summary>Finds the leaving position when the entering variable moves by direction x step along a column.</summary>
    public static RatioResult Find(SimplexState state, double[] column, int entering, int direction, double tolerance, bool bland)
    {
        double limit = bland ? ExactLimit(state, column, direction) : RelaxedLimit(state, column, direction, 0.5 * tolerance);
        double range = state.Upper[entering] - state.Lower[entering];
        if (double.IsInfinity(limit)) return new RatioResult(-1, false, range);

        int best = -1;
        for (int i = 0; i < column.Length; i++)
        {
            if (Math.Abs(column[i]) <= PivotTolerance || Ratio(state, column, i, direction, 0) > limit) continue;
            bool better = best < 0
                || (bland ? state.Head[i] < state.Head[best] : Math.Abs(column[i]) > Math.Abs(column[best]));
            if (better) best = i;
        }

        double step = Math.Max(0, Ratio(state, column, best, direction, 0));
        return range <= step
            ? new RatioResult(-1, false, range)
            : new RatioResult(best, -direction * column[best] > 0, step);
    }

    private static double RelaxedLimit(SimplexState state, double[] column, int direction, double slack)
    {
        double limit = double.PositiveInfinity;
        for (int i = 0; i < column.Length; i++)
        {
            if (Math.Abs(column[i]) > PivotTolerance) limit = Math.Min(limit, Ratio(state, column, i, direction, slack));
        }

        return limit;
    }

    private static double ExactLimit(SimplexState state, double[] column, int direction) =>
        Math.Max(0, RelaxedLimit(state, column, direction, 0)) + 1e-14;

    /// <summary>The step at which the basic variable at a position passes its bound by a slack.</summary>
    private static double Ratio(SimplexState state, double[] column, int position, int direction, double slack)
    {
        int j = state.Head[position];
        double rate = -direction * column[position];
        double room = rate > 0 ? state.Upper[j] - state.Value[j] : state.Value[j] - state.Lower[j];
        return (room + slack) / Math.Abs(rate);
    }
}
