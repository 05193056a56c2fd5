namespace ControlPlane.Planning.Linear;

/// <summary>
/// Ratio test of the dual method with bound flipping (Maros 2003): boxed variables whose whole range does not repair the leaving
/// row's infeasibility are flipped on the way; among the last group of near ties the largest pivot enters.
/// </summary>
internal sealed class DualRatioTest(SimplexState state)
{
    private const double PivotTolerance = 1e-9;

    private int[] _candidate = [];
    private int _count;

    /// <summary>Variables to flip before the pivot, found by the last <see cref="Find"/>.</summary>
    public List<int> Flips { get; } = [];

    /// <summary>The entering variable, or -1 when no choice repairs the row, which proves infeasibility.</summary>
    /// <param name="row">The leaving row.</param>
    /// <param name="mustRise">Whether the leaving variable is below its lower bound.</param>
    /// <param name="infeasibility">By how much it misses its bound.</param>
    /// <param name="tolerance">Dual tolerance.</param>
    public int Find(PivotRow row, bool mustRise, double infeasibility, double tolerance)
    {
        Collect(row, mustRise);
        Flips.Clear();
        double slope = infeasibility;
        while (_count > 0)
        {
            double limit = RelaxedLimit(row, 0.5 * tolerance);
            int groupStart = MoveGroupToEnd(row, limit);
            double gain = GroupRange(row, groupStart);
            if (slope - gain <= 0) return LargestPivot(row, groupStart);
            for (int k = groupStart; k < _count; k++) Flips.Add(_candidate[k]);
            slope -= gain;
            _count = groupStart;
        }

        return -1;
    }

    private void Collect(PivotRow row, bool mustRise)
    {
        if (_candidate.Length < state.TotalCount) _candidate = new int[state.TotalCount];
        _count = 0;
        int sign = mustRise ? -1 : 1;
        foreach (int j in row.Indices)
        {
            // The leaving value changes by -entry x move: with "rise", variables at lower need a negative entry.
            double entry = sign * row.Values[j];
            if (Math.Abs(entry) <= PivotTolerance || state.Lower[j] == state.Upper[j]) continue;
            bool helps = state.Status[j] switch
            {
                VariableStatus.AtLower => entry > 0,
                VariableStatus.AtUpper => entry < 0,
                VariableStatus.Free => true,
                _ => false,
            };
            if (helps) _candidate[_count++] = j;
        }
    }

    private double RelaxedLimit(PivotRow row, double slack)
    {
        double limit = double.PositiveInfinity;
        for (int k = 0; k < _count; k++)
            limit = Math.Min(limit, (Distance(_candidate[k]) + slack) / Math.Abs(row.Values[_candidate[k]]));
        return limit;
    }

    private int MoveGroupToEnd(PivotRow row, double limit)
    {
        int start = _count;
        for (int k = _count - 1; k >= 0; k--)
        {
            int j = _candidate[k];
            if (Distance(j) / Math.Abs(row.Values[j]) > limit) continue;
            start--;
            (_candidate[k], _candidate[start]) = (_candidate[start], j);
        }

        return start;
    }

    private double GroupRange(PivotRow row, int start)
    {
        double range = 0;
        for (int k = start; k < _count; k++)
        {
            int j = _candidate[k];
            range += (state.Upper[j] - state.Lower[j]) * Math.Abs(row.Values[j]);
        }

        return range;
    }

    private int LargestPivot(PivotRow row, int start)
    {
        int best = _candidate[start];
        for (int k = start + 1; k < _count; k++)
        {
            int j = _candidate[k];
            double size = Math.Abs(row.Values[j]), bestSize = Math.Abs(row.Values[best]);
            if (size > bestSize || (size == bestSize && j < best)) best = j;
        }

        return best;
    }

    /// <summary>How far the reduced cost is from its wrong sign; a free variable has none to spare.</summary>
    private double Distance(int j) => state.Status[j] switch
    {
        VariableStatus.AtLower => Math.Max(0, state.Reduced[j]),
        VariableStatus.AtUpper => Math.Max(0, -state.Reduced[j]),
        _ => 0,
    };
}
