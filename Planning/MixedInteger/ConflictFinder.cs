using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// Explains why a programme has no point: by the Farkas ray of its relaxation, or, where only whole numbers make it impossible, by leaving out row
/// after row (a deletion filter).
/// </summary>
public static class ConflictFinder
{
    private const int MostRowsToFilter = 400;
    private const int MostRowsToSearch = 60;
    private const int NodesPerSearch = 2_000;

    /// <summary>Explains an infeasible programme; null where there is a point, or where it was not found out.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="cancellationToken">Ends the search; what is known by then is returned.</param>
    public static ConflictExplanation? Explain(MixedIntegerProgram program, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        var relaxed = new SimplexSolver().Solve(program.Linear, start: null, cancellationToken);
        return relaxed.Status == LinearStatus.Infeasible
            ? OfRelaxation(program.Linear, relaxed, cancellationToken)
            : OfWholeNumbers(program, cancellationToken);
    }

    private static ConflictExplanation OfRelaxation(LinearProgram program, LinearSolution proof, CancellationToken cancellationToken)
    {
        var copy = ProgramCopy.Of(program);
        var solver = new SimplexSolver();
        List<int> rows = [.. Enumerable.Range(0, program.RowCount).Where(i => proof.FarkasRay[i] != 0)];
        for (var i = 0; i < program.RowCount; i++)
        {
            if (proof.FarkasRay[i] == 0) Free(copy, i);
        }

        var last = solver.Solve(copy, start: null, cancellationToken) is { Status: LinearStatus.Infeasible } alone ? alone : proof;
        var mayFilter = rows.Count <= MostRowsToFilter && !ReferenceEquals(last, proof);
        foreach (var row in mayFilter ? rows.ToArray() : [])
        {
            Free(copy, row);
            var without = solver.Solve(copy, last.Basis, cancellationToken);
            if (without.Status == LinearStatus.Infeasible)
            {
                last = without;
                rows.Remove(row);
            }
            else
            {
                copy.SetRowBounds(row, program.RowLowers[row], program.RowUppers[row]);
            }
        }

        return new ConflictExplanation
        {
            Rows = [.. rows.Select(program.RowName)],
            Bounds = ConflictBounds.Of(copy, last.FarkasRay),
            OnlyWholeNumbers = false,
            IsIrreducible = mayFilter && !cancellationToken.IsCancellationRequested,
        };
    }

    private static ConflictExplanation? OfWholeNumbers(MixedIntegerProgram program, CancellationToken cancellationToken)
    {
        var linear = program.Linear;
        if (ConflictBounds.WithoutWholeNumber(program) is { Count: > 0 } columns)
            return new ConflictExplanation { Rows = [], Bounds = columns, OnlyWholeNumbers = true, IsIrreducible = true };

        var copy = ProgramCopy.WithoutCosts(program);
        if (Search(copy, cancellationToken) != MixedIntegerStatus.Infeasible) return null;
        List<int> rows = [.. Enumerable.Range(0, linear.RowCount)];
        var isDecided = rows.Count <= MostRowsToSearch;
        foreach (var row in isDecided ? rows.ToArray() : [])
        {
            Free(copy.Linear, row);
            var without = Search(copy, cancellationToken);
            if (without == MixedIntegerStatus.Infeasible) rows.Remove(row);
            else copy.Linear.SetRowBounds(row, linear.RowLowers[row], linear.RowUppers[row]);
            isDecided &= without != MixedIntegerStatus.NoSolution;
        }

        return new ConflictExplanation { Rows = [.. rows.Select(linear.RowName)], Bounds = [], OnlyWholeNumbers = true, IsIrreducible = isDecided };
    }

    private static MixedIntegerStatus Search(MixedIntegerProgram program, CancellationToken cancellationToken) =>
        new BranchSearch(program, new MixedIntegerOptions { RelativeGap = 1 }, NodesPerSearch, report: null, cancellationToken).Run().Status;

    private static void Free(LinearProgram program, int row) => program.SetRowBounds(row, double.NegativeInfinity, double.PositiveInfinity);
}
