namespace ControlPlane.Planning.Linear;

/// <summary>
/// Ratio test of phase 1: follows the piecewise linear sum of infeasibilities past breakpoints, as long as it falls, and leaves at
/// the last breakpoint with a sound pivot.
/// </summary>
internal sealed class FeasibilityRatioTest
{
    private const double SoundPivot = 0.01;

    private double[] _ratio = [];
    private int[] _order = [];
    private int[] _position = [];
    private bool[] _atUpper = [];
    private int _count;

    /// <summary>
    /// Finds the leaving position when the entering variable moves by direction x step along a column; the sum of infeasibilities
    /// changes at the negative rate <c>slope</c> at first.
    /// </summary>
    public RatioResult Find(SimplexState state, double[] column, int entering, int direction, double slope, double tolerance, bool bland)
    {
        Collect(state, column, direction, tolerance);
        Array.Sort(_ratio, _order, 0, _count);
        double range = state.Upper[entering] - state.Lower[entering];
        int chosen = bland ? FirstByIndex(state) : LastSound(column, slope);
        if (chosen < 0 || range <= _ratio[chosen]) return new RatioResult(-1, false, range);
        return new RatioResult(_position[_order[chosen]], _atUpper[_order[chosen]], _ratio[chosen]);
    }

    private void Collect(SimplexState state, double[] column, int direction, double tolerance)
    {
        int most = 2 * column.Length;
        if (_ratio.Length < most) (_ratio, _order, _position, _atUpper) = (new double[most], new int[most], new int[most], new bool[most]);
        _count = 0;
        for (int i = 0; i < column.Length; i++)
        {
            double rate = -direction * column[i];
            if (Math.Abs(rate) <= PrimalRatioTest.PivotTolerance) continue;
            int j = state.Head[i];
            double value = state.Value[j];
            if (rate > 0)
            {
                if (value < state.Lower[j] - tolerance) Add(i, false, (state.Lower[j] - value) / rate);
                if (value <= state.Upper[j] + tolerance) Add(i, true, (state.Upper[j] - value) / rate);
            }
            else
            {
                if (value > state.Upper[j] + tolerance) Add(i, true, (state.Upper[j] - value) / rate);
                if (value >= state.Lower[j] - tolerance) Add(i, false, (state.Lower[j] - value) / rate);
            }
        }
    }

    private void Add(int position, bool atUpper, double ratio)
    {
        if (double.IsInfinity(ratio)) return;
        _ratio[_count] = Math.Max(0, ratio);
        _order[_count] = _count;
        _position[_count] = position;
        _atUpper[_count++] = atUpper;
    }

    private int LastSound(double[] column, double slope)
    {
        double largest = 0;
        int end = 0;
        while (end < _count && slope < 0)
        {
            double magnitude = Math.Abs(column[_position[_order[end++]]]);
            largest = Math.Max(largest, magnitude);
            slope += magnitude;
        }

        for (int k = end - 1; k >= 0; k--)
        {
            if (Math.Abs(column[_position[_order[k]]]) >= SoundPivot * largest) return k;
        }

        return -1;
    }

    private int FirstByIndex(SimplexState state)
    {
        int best = _count == 0 ? -1 : 0;
        for (int k = 1; k < _count && _ratio[k] <= _ratio[0] + 1e-14; k++)
        {
            if (state.Head[_position[_order[k]]] < state.Head[_position[_order[best]]]) best = k;
        }

        return best;
    }
}
