namespace ControlPlane.Planning.Linear;

/// <summary>Chooses the entering variable of the primal method by Devex reference weights (Forrest and Goldfarb 1992), or by Bland's rule.</summary>
internal sealed class DevexPricing
{
    private const double LargestWeight = 1e9;

    private readonly SimplexState _state;
    private double[] _weight = [];

    public DevexPricing(SimplexState state) => _state = state;

    /// <summary>Starts a new reference framework: the nonbasic variables of now.</summary>
    public void Reset()
    {
        if (_weight.Length != _state.TotalCount) _weight = new double[_state.TotalCount];
        Array.Fill(_weight, 1.0);
    }

    /// <summary>The attractive variable of the steepest estimated descent, or the first one under Bland's rule; -1 when none is attractive.</summary>
    public int Choose(double tolerance, bool bland)
    {
        int best = -1;
        double bestScore = 0;
        double[] reduced = _state.Reduced;
        for (int j = 0; j < reduced.Length; j++)
        {
            double d = reduced[j];
            if (Math.Abs(d) <= tolerance || !_state.IsAttractive(j, tolerance)) continue;
            if (bland) return j;
            double score = d * d / _weight[j];
            if (score <= bestScore) continue;
            bestScore = score;
            best = j;
        }

        return best;
    }

    /// <summary>Updates the weights for a pivot.</summary>
    public void Update(PivotRow row, int entering, int leaving, double pivot)
    {
        double enteringWeight = _weight[entering];
        if (enteringWeight > LargestWeight)
        {
            Reset();
            return;
        }

        double factor = enteringWeight / (pivot * pivot);
        foreach (int j in row.Indices)
        {
            double candidate = row.Values[j] * row.Values[j] * factor;
            if (candidate > _weight[j]) _weight[j] = candidate;
        }

        _weight[leaving] = Math.Max(factor, 1.0);
    }
}
