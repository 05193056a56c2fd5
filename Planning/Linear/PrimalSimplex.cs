namespace ControlPlane.Planning.Linear;

/// <summary>
/// The bounded primal simplex method. Phase 1 minimises the sum of infeasibilities from any basis, phase 2 the cost; which phase
/// an iteration belongs to is decided afresh each time, so that lost feasibility is simply regained.
/// </summary>
internal sealed class PrimalSimplex(SimplexState state, PivotRow row)
{
    private const double SmallPivot = 1e-7;
    private const double PerturbationSize = 1e-6;
    private const int MostPerturbations = 3;

    private readonly DevexPricing _pricing = new(state);
    private readonly FeasibilityRatioTest _feasibilityRatio = new();
    private double[] _column = [];
    private double[] _duals = [];
    private SimplexControl _control = null!;
    private bool _mayPerturb;
    private bool _reducedAreCosts;
    private bool _fresh;
    private bool _bland;
    private int _stalled;
    private int _perturbations;

    /// <summary>Iterates from the state's basis, which must be factorised.</summary>
    public SimplexOutcome Run(SimplexControl control, bool mayPerturb)
    {
        Start(control, mayPerturb);
        while (true)
        {
            if (control.MustStop(out SimplexOutcome stop)) return stop;
            if (state.Factor.UpdateCount >= control.Options.RefactorInterval) Refresh();
            bool phase1 = !state.IsPrimalFeasible(control.Options.PrimalTolerance);
            PrepareReduced(phase1);
            int entering = _pricing.Choose(control.Options.DualTolerance, _bland);
            if (entering < 0)
            {
                if (_fresh) return phase1 ? Prove() : SimplexOutcome.Optimal;
                Refresh();
                continue;
            }

            if (!Step(entering, phase1)) return phase1 ? SimplexOutcome.GaveUp : SimplexOutcome.Unbounded;
        }
    }

    private void Start(SimplexControl control, bool mayPerturb)
    {
        (_control, _mayPerturb) = (control, mayPerturb);
        if (_column.Length != state.RowCount) (_column, _duals) = (new double[state.RowCount], new double[state.RowCount]);
        _pricing.Reset();
        row.Reset();
        (_reducedAreCosts, _fresh, _bland, _stalled, _perturbations) = (false, state.Factor.UpdateCount == 0, false, 0, 0);
    }

    private void Refresh()
    {
        state.Refactor();
        _reducedAreCosts = false;
        _fresh = true;
    }

    /// <summary>Reduced costs of the sum of infeasibilities change with every step; those of the cost are updated.</summary>
    private void PrepareReduced(bool phase1)
    {
        if (!phase1)
        {
            if (!_reducedAreCosts) state.ComputeReduced();
            _reducedAreCosts = true;
            return;
        }

        for (int i = 0; i < _duals.Length; i++) _duals[i] = InfeasibilitySlope(state.Head[i]);
        state.Factor.Btran(_duals);
        state.PriceOut(_duals, null);
        _reducedAreCosts = false;
    }

    private double InfeasibilitySlope(int j)
    {
        double tolerance = _control.Options.PrimalTolerance;
        if (state.Value[j] < state.Lower[j] - tolerance) return -1;
        return state.Value[j] > state.Upper[j] + tolerance ? 1 : 0;
    }

    /// <summary>One pivot or flip; false when nothing stops the entering variable.</summary>
    private bool Step(int entering, bool phase1)
    {
        Array.Clear(_column);
        state.AddColumn(entering, 1.0, _column);
        state.Factor.Ftran(_column);
        if (!phase1 && !IsStillAttractive(entering)) return true;

        double reduced = state.Reduced[entering];
        int direction = reduced < 0 ? 1 : -1;
        double tolerance = _control.Options.PrimalTolerance;
        RatioResult ratio = phase1
            ? _feasibilityRatio.Find(state, _column, entering, direction, -Math.Abs(reduced), tolerance, _bland)
            : PrimalRatioTest.Find(state, _column, entering, direction, tolerance, _bland);
        bool weak = ratio.Position >= 0 && Math.Abs(_column[ratio.Position]) < SmallPivot;
        if (double.IsInfinity(ratio.Step) || weak)
        {
            if (!_fresh)
            {
                Refresh();
                return true;
            }

            if (!weak) return false;
        }

        Apply(entering, direction, ratio, phase1);
        NoteProgress(ratio.Step * Math.Abs(reduced));
        _control.Iterations++;
        return true;
    }

    /// <summary>Compares the updated reduced cost with one computed from the fresh column, and corrects it.</summary>
    private bool IsStillAttractive(int entering)
    {
        double exact = state.Cost[entering];
        for (int i = 0; i < _column.Length; i++) exact -= state.Cost[state.Head[i]] * _column[i];
        state.Reduced[entering] = exact;
        return state.IsAttractive(entering, _control.Options.DualTolerance);
    }

    private void Apply(int entering, int direction, RatioResult ratio, bool phase1)
    {
        double move = direction * ratio.Step;
        if (move != 0)
        {
            for (int i = 0; i < _column.Length; i++)
            {
                if (_column[i] != 0) state.Value[state.Head[i]] -= move * _column[i];
            }
        }

        if (ratio.Position < 0)
        {
            state.Flip(entering);
            return;
        }

        row.Compute(ratio.Position);
        int leaving = state.Head[ratio.Position];
        double pivot = _column[ratio.Position];
        _pricing.Update(row, entering, leaving, pivot);
        if (!phase1) UpdateReduced(entering, leaving, pivot);
        state.Value[entering] += move;
        state.Pivot(entering, ratio.Position, ratio.LeavesAtUpper, _column);
        _fresh = false;
    }

    private void UpdateReduced(int entering, int leaving, double pivot)
    {
        double step = state.Reduced[entering] / pivot;
        foreach (int j in row.Indices) state.Reduced[j] -= step * row.Values[j];
        state.Reduced[leaving] = -step;
        state.Reduced[entering] = 0;
    }

    /// <summary>Long without progress: first perturb bounds, then fall back to Bland's rule, which cannot cycle.</summary>
    private void NoteProgress(double gain)
    {
        if (gain > 1e-12)
        {
            (_stalled, _bland) = (0, false);
            return;
        }

        if (++_stalled < _control.Options.StallIterations) return;
        _stalled = 0;
        if (_mayPerturb && _perturbations < MostPerturbations) state.PerturbBasicBounds(PerturbationSize * ++_perturbations);
        else _bland = true;
    }

    private SimplexOutcome Prove()
    {
        _duals.CopyTo(state.Ray, 0);
        return SimplexOutcome.Infeasible;
    }
}
