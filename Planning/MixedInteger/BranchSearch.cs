using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>One run of <see cref="BranchAndBound"/>: the open nodes, the incumbent and what is proved.</summary>
internal sealed class BranchSearch(
    MixedIntegerProgram program, MixedIntegerOptions options, long? nodeLimit, Action<double, double, long>? report, CancellationToken cancellationToken)
{
    private const int NodesPerReport = 100;
    private const int NodesPerDive = 40;
    private const double Slack = 1e-7;

    private readonly Relaxation _relaxation = new(program, cancellationToken);
    private readonly PseudoCosts _pseudoCosts = new(program.Linear.ColumnCount);
    private readonly PriorityQueue<SearchNode, (double Bound, long Order)> _open = new();
    private readonly Incumbent _incumbent = new(program, options);
    private readonly bool _isWholeObjective = WholeObjective.Of(program);
    private LinearSolution? _root;
    private long _nodes;

    // What no point can be below that was cut off or could not be looked at.
    private double _closedBound = double.PositiveInfinity;
    private double _provedBound = double.NegativeInfinity;
    private double _current = double.PositiveInfinity;
    private bool _isLost;
    private bool _isUnbounded;

    private bool MustStop => cancellationToken.IsCancellationRequested || _nodes >= nodeLimit;

    public MixedIntegerSolution Run()
    {
        if (options.Start is { } start) _incumbent.TryStart(_relaxation, start);
        _open.Enqueue(SearchNode.Root, (double.NegativeInfinity, 0));
        while (!MustStop && !_isUnbounded && _open.TryDequeue(out var node, out _))
        {
            var next = node;
            while (next is not null && !MustStop && !_isUnbounded) next = Visit(next);
            _current = double.PositiveInfinity;
            if (next is not null) Enqueue(next);
        }

        return Result();
    }

    private MixedIntegerSolution Result()
    {
        var isDone = _open.Count == 0;
        var status = (isDone, _incumbent.Exists) switch
        {
            _ when _isUnbounded => MixedIntegerStatus.Unbounded,
            (true, true) when !_isLost || _incumbent.IsWithinGap(Bound()) => MixedIntegerStatus.Optimal,
            (_, true) => _incumbent.IsWithinGap(Bound()) ? MixedIntegerStatus.Optimal : MixedIntegerStatus.Feasible,
            (true, false) when !_isLost => MixedIntegerStatus.Infeasible,
            _ => MixedIntegerStatus.NoSolution,
        };
        return new MixedIntegerSolution
        {
            Solver = BranchAndBound.SolverName,
            Status = status,
            Values = _incumbent.Values,
            Objective = _incumbent.Objective,
            Bound = status is MixedIntegerStatus.Infeasible or MixedIntegerStatus.Unbounded ? double.NegativeInfinity : Bound(),
            Nodes = _nodes,
            Message = _isLost ? "Rounding errors kept a part of the tree from being searched; the bound counts it in." : null,
        };
    }

    /// <summary>Looks at a node. The child to go on with, if any; its sibling waits.</summary>
    private SearchNode? Visit(SearchNode node)
    {
        _current = node.Bound;
        if (IsCut(node.Bound)) return null;
        _nodes++;
        if (!_relaxation.Enter(node)) return null;
        var relaxed = _relaxation.Solve(node.Start);
        switch (relaxed.Status)
        {
            case LinearStatus.Infeasible:
                return null;
            case LinearStatus.Unbounded:
                _isUnbounded = true;
                return null;
            case LinearStatus.Cancelled:
                return node;
            case LinearStatus.Optimal:
                break;
            default:
                return Lose(node.Bound);
        }

        var bound = _current = Math.Max(node.Bound, Tighten(relaxed.Objective));
        if (node.Parent is not null) _pseudoCosts.Add(node.Column, node.IsUp, node.Distance, relaxed.Objective - node.Bound);
        else _root = relaxed;
        if (_nodes % NodesPerReport == 1) Report();
        if (IsCut(bound)) return null;
        var column = MostPromising(relaxed.Values);
        if (column < 0) return CloseWhole(node, relaxed, bound);
        if (node.Parent is null || _nodes % NodesPerDive == 0) Dive(relaxed);
        return IsCut(bound) ? null : Branch(node, relaxed, bound, column);
    }

    /// <summary>The whole number to branch on; -1 when all are whole.</summary>
    private int MostPromising(IReadOnlyList<double> values)
    {
        var best = -1;
        double bestScore = -1;
        foreach (var j in _relaxation.Integers)
        {
            var fraction = values[j] - Math.Floor(values[j]);
            if (Math.Min(fraction, 1 - fraction) <= MixedIntegerCheck.Tolerance) continue;
            var score = _pseudoCosts.Score(j, fraction);
            if (score <= bestScore) continue;
            (best, bestScore) = (j, score);
        }

        return best;
    }

    // All whole within the tolerance. What is within it can still hide a large slack: then the node is split at the least whole column.
    private SearchNode? CloseWhole(SearchNode node, LinearSolution relaxed, double bound)
    {
        var found = _incumbent.TryRounded(_relaxation, relaxed.Values, relaxed.Basis);
        if (_incumbent.HasImproved()) Improve();
        if (found <= bound + Slack * Math.Max(1, Math.Abs(bound)))
        {
            _closedBound = Math.Min(_closedBound, bound);
            return null;
        }

        if (IsCut(bound) || !_relaxation.Enter(node)) return null;
        var column = _relaxation.Integers
            .Where(j => _relaxation.Lower(j) < _relaxation.Upper(j))
            .OrderByDescending(j => Math.Abs(relaxed.Values[j] - Math.Round(relaxed.Values[j])))
            .FirstOrDefault(-1);
        if (column >= 0) return Split(node, relaxed, bound, column);

        // Every whole number is fixed, so what the rounded point costs is what this node costs.
        return double.IsNaN(found) ? Lose(bound) : null;
    }

    private SearchNode Branch(SearchNode node, LinearSolution relaxed, double bound, int column)
    {
        var value = relaxed.Values[column];
        var below = Math.Floor(value);
        var fraction = value - below;
        var preferUp = _incumbent.Exists ? _pseudoCosts.PrefersUp(column, fraction) : fraction > 0.5;
        return Children(node, relaxed, bound, column, below, value, preferUp);
    }

    private SearchNode Split(SearchNode node, LinearSolution relaxed, double bound, int column)
    {
        var whole = Math.Round(relaxed.Values[column]);
        var below = whole < _relaxation.Upper(column) ? whole : whole - 1;
        return Children(node, relaxed, bound, column, below, whole, preferUp: below < whole);
    }

    private SearchNode Children(SearchNode node, LinearSolution relaxed, double bound, int column, double below, double value, bool preferUp)
    {
        var down = new SearchNode(node, column, double.NegativeInfinity, below, bound, relaxed.Basis, value - below);
        var up = new SearchNode(node, column, below + 1, double.PositiveInfinity, bound, relaxed.Basis, below + 1 - value) { IsUp = true };
        Enqueue(preferUp ? down : up);
        return preferUp ? up : down;
    }

    private void Dive(LinearSolution relaxed)
    {
        Diving.Run(_relaxation, relaxed, _incumbent);
        if (_incumbent.HasImproved()) Improve();
    }

    // A better point narrows the whole numbers that would have to cost more than it saves.
    private void Improve()
    {
        Report();
        if (_root is null || !double.IsFinite(_incumbent.Cutoff)) return;
        if (ReducedCostFixing.Apply(_relaxation, _root, _incumbent.Cutoff)) _closedBound = Math.Min(_closedBound, _incumbent.Cutoff);
    }

    private bool IsCut(double bound)
    {
        if (bound < _incumbent.Cutoff) return false;
        _closedBound = Math.Min(_closedBound, bound);
        return true;
    }

    private SearchNode? Lose(double bound)
    {
        _isLost = true;
        _closedBound = Math.Min(_closedBound, bound);
        return null;
    }

    private void Enqueue(SearchNode node) => _open.Enqueue(node, (node.Bound, -_nodes));

    private double Tighten(double objective) => _isWholeObjective ? Math.Ceiling(objective - 1e-6 * Math.Max(1, Math.Abs(objective))) : objective;

    private void Report() => report?.Invoke(_incumbent.Objective, Bound(), _nodes);

    private double Bound()
    {
        var bound = Math.Min(_closedBound, _current);
        if (_open.TryPeek(out var best, out _)) bound = Math.Min(bound, best.Bound);
        if (_incumbent.Exists) bound = Math.Min(bound, _incumbent.Objective);
        if (double.IsPositiveInfinity(bound)) return _provedBound;
        return _provedBound = Math.Max(_provedBound, bound);
    }
}
