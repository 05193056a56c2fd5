namespace ControlPlane.Planning.Linear;

/// <summary>
/// Solves linear programmes by the bounded revised simplex method, primal and dual. An instance keeps its work space and, for a
/// programme whose matrix did not change, its scaled copy: re-solves are cheap. Deterministic; not for use by two threads at once.
/// </summary>
public sealed class SimplexSolver
{
    /// <summary>Alternations of the two methods after perturbations, far above what rounding ever needed.</summary>
    private const int MostRounds = 12;

    private readonly SimplexOptions _options;
    private readonly SimplexState _state = new();
    private readonly PrimalSimplex _primal;
    private readonly DualSimplex _dual;

    /// <summary>A solver with the default settings.</summary>
    public SimplexSolver()
        : this(SimplexOptions.Default)
    {
    }

    /// <summary>A solver with the given settings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public SimplexSolver(SimplexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        var row = new PivotRow(_state);
        _primal = new PrimalSimplex(_state, row);
        _dual = new DualSimplex(_state, row);
    }

    /// <summary>Solves a programme, from a basis of an earlier solve where one is given.</summary>
    /// <param name="program">The programme; read only.</param>
    /// <param name="start">A basis of this programme, perhaps from before bounds, costs or coefficients changed or rows or columns were added.</param>
    /// <param name="cancellationToken">Looked at before every iteration.</param>
    /// <exception cref="ArgumentException">The starting basis belongs to another programme.</exception>
    public LinearSolution Solve(LinearProgram program, SimplexBasis? start = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        int limit = _options.IterationLimit ?? 10_000 + 50 * (program.RowCount + program.ColumnCount);
        var control = new SimplexControl(_options, limit, cancellationToken);
        _state.Load(program, _options.Scale, start);
        _state.Refactor();
        SimplexOutcome outcome = Iterate(control);
        return SolutionBuilder.Build(program, _state, outcome, control.Iterations);
    }

    private SimplexOutcome Iterate(SimplexControl control)
    {
        bool primalOnly = _options.Method == SimplexMethod.Primal;
        for (int round = 0; round < MostRounds; round++)
        {
            SimplexOutcome outcome = RunOne(control, primalOnly, mayPerturb: round == 0);
            bool isFinal = outcome is not (SimplexOutcome.Optimal or SimplexOutcome.GaveUp)
                && (outcome != SimplexOutcome.Unbounded || !_state.BoundsShifted);
            if (isFinal) return outcome;
            if (IsTrulyOptimal() && outcome == SimplexOutcome.Optimal) return outcome;

            // A method that gave up leaves the field to the primal method, whose last resort is finite.
            primalOnly |= outcome == SimplexOutcome.GaveUp;
        }

        return SimplexOutcome.GaveUp;
    }

    private SimplexOutcome RunOne(SimplexControl control, bool primalOnly, bool mayPerturb)
    {
        if (primalOnly || _state.IsPrimalFeasible(_options.PrimalTolerance)) return _primal.Run(control, mayPerturb);
        _state.ComputeReduced();
        return _state.IsDualFeasibleAfterFlips(_options.DualTolerance)
            ? _dual.Run(control, mayPerturb)
            : _primal.Run(control, mayPerturb);
    }

    /// <summary>Takes perturbations back and looks at the basis again, all values computed afresh.</summary>
    private bool IsTrulyOptimal()
    {
        if (_state.BoundsShifted) _state.RestoreBounds();
        if (_state.CostsShifted) _state.RestoreCosts();
        if (_state.Factor.UpdateCount > 0) _state.Refactor();
        else _state.ComputePrimals();
        _state.ComputeReduced();
        if (!_state.IsPrimalFeasible(_options.PrimalTolerance)) return false;
        for (int j = 0; j < _state.TotalCount; j++)
        {
            if (_state.IsAttractive(j, _options.DualTolerance)) return false;
        }

        return true;
    }
}
