namespace ControlPlane.Planning.Linear;

/// <summary>
/// Ratio test of the dual method with bound flipping (Maros 2003): boxed variables whose whole range does not repair the leaving
/// row's infeasibility are flipped on the way; among the last group of near ties the largest pivot enters.
/// </summary>
internal sealed class DualRatioTest(SimplexState state)
{
    private const double PivotTolerance = 1e-9;

    private int[] _candidate = [];
    private double[] _ratio = [];
    private double[] _inverseSize = [];
    private int _count;

    /// <summary>Variables to flip before the pivot, found by the last <see cref="Find"/>.</summary>
    public List<int> Flips { get; } = [];

    /// <summary>The entering variable, or -1 when no choice repairs the row, which proves infeasibility.</summary>
    /// <param name="row">The leaving row.</param>
    /// <param name="mustRise">Whether the leaving variable is below its lower bound.</param>
    /// <param name="infeasibility">By how much it misses what is still called feasible.</param>
    /// <param name="tolerance">Dual tolerance.</param>
    public int Find(PivotRow row, bool mustRise, double infeasibility, double tolerance)
    {
        Collect(row, mustRise ? -1 : 1);
        Flips.Clear();
        double slope = infeasibility;
        while (_count > 0)
        {
            int groupStart = MoveGroupToEnd(RelaxedLimit(0.5 * tolerance));
            slope -= GroupRange(groupStart);
            if (slope <= 0) return LargestPivot(groupStart);
            for (int k = groupStart; k < _count; k++) Flips.Add(_candidate[k]);
            _count = groupStart;
        }

        return -1;
    }

    /// <summary>
    /// The variables whose move off their bound helps. The leaving value changes by -entry x move, so that with a value that must
    /// rise (sign -1) a variable at its lower bound needs a negative entry.
    /// </summary>
    private void Collect(PivotRow row, int sign)
    {
        if (_candidate.Length < state.TotalCount)
            (_candidate, _ratio, _inverseSize) = (new int[state.TotalCount], new double[state.TotalCount], new double[state.TotalCount]);

        double[] values = row.Values, reduced = state.Reduced;
        VariableStatus[] status = state.Status;
        _count = 0;
        foreach (int j in row.Indices)
        {
            double entry = sign * values[j];
            if (Math.Abs(entry) <= PivotTolerance) continue;
            switch (status[j])
            {
                case VariableStatus.AtLower when entry > 0:
                    Add(j, Math.Max(0, reduced[j]), entry);
                    break;
                case VariableStatus.AtUpper when entry < 0:
                    Add(j, Math.Max(0, -reduced[j]), -entry);
                    break;
                case VariableStatus.Free:
                    Add(j, 0, Math.Abs(entry));
                    break;
            }
        }
    }

    /// <summary>Keeps a candidate with how far its reduced cost is from the wrong sign; fixed variables never enter.</summary>
    private void Add(int variable, double distance, double size)
    {
        if (state.Lower[variable] == state.Upper[variable]) return;
        double inverse = 1 / size;
        _candidate[_count] = variable;
        _inverseSize[_count] = inverse;
        _ratio[_count++] = distance * inverse;
    }

    private double RelaxedLimit(double slack)
    {
        double limit = double.PositiveInfinity;
        for (int k = 0; k < _count; k++) limit = Math.Min(limit, _ratio[k] + slack * _inverseSize[k]);
        return limit;
    }

    /// <summary>Moves the candidates up to a ratio behind the others and returns where they begin; there is at least one.</summary>
    private int MoveGroupToEnd(double limit)
    {
        int start = _count;
        for (int k = _count - 1; k >= 0; k--)
        {
            if (_ratio[k] > limit) continue;
            start--;
            (_candidate[k], _candidate[start]) = (_candidate[start], _candidate[k]);
            (_ratio[k], _ratio[start]) = (_ratio[start], _ratio[k]);
            (_inverseSize[k], _inverseSize[start]) = (_inverseSize[start], _inverseSize[k]);
        }

        return start;
    }

    private double GroupRange(int start)
    {
        double range = 0;
        for (int k = start; k < _count; k++)
        {
            int j = _candidate[k];
            range += (state.Upper[j] - state.Lower[j]) / _inverseSize[k];
        }

        return range;
    }

    private int LargestPivot(int start)
    {
        int best = start;
        for (int k = start + 1; k < _count; k++)
        {
            bool tieBroken = _inverseSize[k] == _inverseSize[best] && _candidate[k] < _candidate[best];
            if (_inverseSize[k] < _inverseSize[best] || tieBroken) best = k;
        }

        return _candidate[best];
    }
}
