namespace ControlPlane.Planning.Linear;

/// <summary>
/// The bounded dual simplex method with dual steepest-edge weights: from a dual feasible basis, repairs one infeasible row after
/// another. The method of choice after a change of bounds or right-hand sides.
/// </summary>
internal sealed class DualSimplex(SimplexState state, PivotRow row)
{
    private const double PerturbationSize = 1e-6;
    private const double LeastWeight = 1e-4;
    private const double PivotMismatch = 1e-7;
    private const int MostPerturbations = 3;

    private readonly DualRatioTest _ratio = new(state);
    private double[] _weight = [];
    private double[] _column = [];
    private double[] _tau = [];
    private SimplexControl _control = null!;
    private bool _fresh;
    private int _stalled;
    private int _perturbations;

    /// <summary>Iterates from the state's basis, which must be factorised with its reduced costs computed.</summary>
    public SimplexOutcome Run(SimplexControl control, bool mayPerturb)
    {
        Start(control);
        while (true)
        {
            if (control.MustStop(out SimplexOutcome stop)) return stop;
            if (state.Factor.UpdateCount >= control.Options.RefactorInterval) Refresh();
            int position = ChooseLeaving();
            if (position < 0)
            {
                if (_fresh) return SimplexOutcome.Optimal;
                Refresh();
                continue;
            }

            if (!Step(position)) return Prove();
            if (_stalled >= control.Options.StallIterations)
            {
                if (!mayPerturb || _perturbations >= MostPerturbations) return SimplexOutcome.GaveUp;
                PerturbCosts();
            }
        }
    }

    private void Start(SimplexControl control)
    {
        _control = control;
        if (_column.Length != state.RowCount) (_column, _tau) = (new double[state.RowCount], new double[state.RowCount]);
        if (_weight.Length != state.TotalCount) _weight = new double[state.TotalCount];
        Array.Fill(_weight, 1.0);
        row.Reset();
        (_stalled, _perturbations) = (0, 0);
        RepairReduced();
        state.ComputePrimals();
        _fresh = state.Factor.UpdateCount == 0;
    }

    private void Refresh()
    {
        state.Refactor();
        state.ComputeReduced();
        if (RepairReduced()) state.ComputePrimals();
        _fresh = true;
    }

    /// <summary>Flips boxed variables of the wrong reduced cost, and shifts the costs of others. True when a value changed.</summary>
    private bool RepairReduced()
    {
        bool flipped = false;
        for (int j = 0; j < state.TotalCount; j++)
        {
            if (!state.IsAttractive(j, _control.Options.DualTolerance)) continue;
            if (double.IsInfinity(state.Upper[j] - state.Lower[j])) Shift(j, -state.Reduced[j]);
            else
            {
                state.Flip(j);
                flipped = true;
            }
        }

        return flipped;
    }

    private void Shift(int variable, double change)
    {
        state.Cost[variable] += change;
        state.Reduced[variable] += change;
        state.CostsShifted = true;
    }

    private int ChooseLeaving()
    {
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < state.RowCount; i++)
        {
            double miss = Infeasibility(state.Head[i]);
            if (miss <= _control.Options.PrimalTolerance) continue;
            double score = miss * miss / _weight[state.Head[i]];
            if (score <= bestScore) continue;
            bestScore = score;
            best = i;
        }

        return best;
    }

    // A row that flips repair but for a rounding error is repaired: no infeasibility may be proved by the tolerance.
    private double ToRepair(int j) => Infeasibility(j) - _control.Options.PrimalTolerance;

    private double Infeasibility(int j) => Math.Max(state.Lower[j] - state.Value[j], state.Value[j] - state.Upper[j]);

    /// <summary>One pivot with its flips; false when the row cannot be repaired.</summary>
    private bool Step(int position)
    {
        int leaving = state.Head[position];
        bool mustRise = state.Value[leaving] < state.Lower[leaving];
        row.Compute(position);
        int entering = _ratio.Find(row, mustRise, ToRepair(leaving), _control.Options.DualTolerance);
        if (entering < 0)
        {
            if (_fresh) return false;
            Refresh();
            return true;
        }

        Array.Clear(_column);
        state.AddColumn(entering, 1.0, _column);
        state.Factor.Ftran(_column);
        double pivot = _column[position];
        if (!_fresh && Math.Abs(pivot - row.Values[entering]) > PivotMismatch * (1 + Math.Abs(pivot)))
        {
            Refresh();
            return true;
        }

        Flip();
        UpdateReduced(entering, leaving, mustRise, pivot);
        UpdateWeights(entering, leaving, position, pivot);
        Apply(entering, position, mustRise);
        _control.Iterations++;
        return true;
    }

    private void Flip()
    {
        if (_ratio.Flips.Count == 0) return;
        Array.Clear(_tau);
        foreach (int j in _ratio.Flips) state.AddColumn(j, state.Flip(j), _tau);
        state.Factor.Ftran(_tau);
        for (int i = 0; i < _tau.Length; i++) state.Value[state.Head[i]] -= _tau[i];
    }

    private void UpdateReduced(int entering, int leaving, bool mustRise, double pivot)
    {
        // The leaving variable must end with the right sign; rounding that says otherwise is shifted away.
        double step = state.Reduced[entering] / pivot;
        if (mustRise ? step > 0 : step < 0)
        {
            Shift(entering, -state.Reduced[entering]);
            step = 0;
        }

        foreach (int j in row.Indices) state.Reduced[j] -= step * row.Values[j];
        state.Reduced[leaving] = -step;
        state.Reduced[entering] = 0;
        _stalled = Math.Abs(step) > 1e-12 ? 0 : _stalled + 1;
    }

    private void UpdateWeights(int entering, int leaving, int position, double pivot)
    {
        double leavingWeight = _weight[leaving];
        row.Rho.CopyTo(_tau, 0);
        state.Factor.Ftran(_tau);
        for (int i = 0; i < _column.Length; i++)
        {
            if (i == position || _column[i] == 0) continue;
            double ratio = _column[i] / pivot;
            int j = state.Head[i];
            _weight[j] = Math.Max(_weight[j] + ratio * (ratio * leavingWeight - 2 * _tau[i]), LeastWeight);
        }

        _weight[entering] = Math.Max(leavingWeight / (pivot * pivot), LeastWeight);
    }

    private void Apply(int entering, int position, bool mustRise)
    {
        int leaving = state.Head[position];
        double target = mustRise ? state.Lower[leaving] : state.Upper[leaving];
        double move = (state.Value[leaving] - target) / _column[position];
        for (int i = 0; i < _column.Length; i++)
        {
            if (_column[i] != 0) state.Value[state.Head[i]] -= move * _column[i];
        }

        state.Value[entering] += move;
        state.Pivot(entering, position, !mustRise, _column);
        _fresh = false;
    }

    /// <summary>Moves the reduced costs of nonbasic variables away from zero, which breaks ties of the ratio test.</summary>
    private void PerturbCosts()
    {
        _stalled = 0;
        double size = PerturbationSize * ++_perturbations;
        for (int j = 0; j < state.TotalCount; j++)
        {
            double change = size * Perturbation.Fraction(j) * (1 + Math.Abs(state.Cost[j]));
            if (state.Status[j] == VariableStatus.AtLower) Shift(j, change);
            else if (state.Status[j] == VariableStatus.AtUpper) Shift(j, -change);
        }
    }

    private SimplexOutcome Prove()
    {
        row.Rho.CopyTo(state.Ray, 0);
        return SimplexOutcome.Infeasible;
    }
}
