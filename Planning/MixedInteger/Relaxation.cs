using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>The linear relaxation of a programme under changing bounds of its whole numbers, solved again and again from earlier bases.</summary>
internal sealed class Relaxation
{
    private readonly LinearProgram _linear;
    private readonly SimplexSolver _solver = new();
    private readonly CancellationToken _cancellationToken;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private SimplexSolver? _careful;

    public Relaxation(MixedIntegerProgram program, CancellationToken cancellationToken)
    {
        _linear = ProgramCopy.Of(program.Linear);
        _cancellationToken = cancellationToken;
        Integers = [.. Enumerable.Range(0, _linear.ColumnCount).Where(program.IsInteger)];
        _lower = _linear.ColumnLowers.ToArray();
        _upper = _linear.ColumnUppers.ToArray();
        foreach (var j in Integers)
        {
            // A bound a hair beside a whole number means that number.
            _lower[j] = Math.Ceiling(_lower[j] - MixedIntegerCheck.Tolerance);
            _upper[j] = Math.Floor(_upper[j] + MixedIntegerCheck.Tolerance);
        }
    }

    /// <summary>The columns that are whole numbers.</summary>
    public int[] Integers { get; }

    /// <summary>Rows and columns with the bounds of the moment.</summary>
    public LinearProgram Linear => _linear;

    public double Lower(int column) => _linear.ColumnLowers[column];

    public double Upper(int column) => _linear.ColumnUppers[column];

    /// <summary>Sets the bounds of a node; false when they leave nothing.</summary>
    public bool Enter(SearchNode node)
    {
        foreach (var j in Integers)
        {
            if (!Set(j, _lower[j], _upper[j])) return false;
        }

        for (var at = node; at.Parent is not null; at = at.Parent)
        {
            if (!Set(at.Column, Math.Max(at.Lower, Lower(at.Column)), Math.Min(at.Upper, Upper(at.Column)))) return false;
        }

        return true;
    }

    /// <summary>Sets the bounds of a whole number; false when they are crossed.</summary>
    public bool Set(int column, double lower, double upper)
    {
        if (!(lower <= upper)) return false;
        _linear.SetColumnBounds(column, lower, upper);
        return true;
    }

    /// <summary>Narrows a whole number everywhere from here on.</summary>
    public void Narrow(int column, double lower, double upper) =>
        (_lower[column], _upper[column]) = (Math.Max(lower, _lower[column]), Math.Min(upper, _upper[column]));

    /// <summary>Solves under the bounds of the moment; a second time from nothing, and carefully, where rounding gets in the way.</summary>
    public LinearSolution Solve(SimplexBasis? start)
    {
        var solution = _solver.Solve(_linear, start, _cancellationToken);
        if (solution.Status is not (LinearStatus.NumericalTrouble or LinearStatus.IterationLimit)) return solution;
        _careful ??= new SimplexSolver(SimplexOptions.Default with { Method = SimplexMethod.Primal, RefactorInterval = 20 });
        return _careful.Solve(_linear, start: null, _cancellationToken);
    }
}
