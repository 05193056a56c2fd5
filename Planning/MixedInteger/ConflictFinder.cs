using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// Explains why a programme has no point: by the Farkas ray of its relaxation, or, where only whole numbers make it impossible, by leaving out
/// rows, many at once at first (a deletion filter).
/// </summary>
public static class ConflictFinder
{
    private const int MostRowsToFilter = 400;

    // What a search costs grows with the rows.
    private const int MostNodes = 2_000;
    private const int MostNodesTimesRows = 400_000;
    private const int MostSearches = 400;

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
        var isDecided = Filter(linear, copy, rows, cancellationToken);
        return new ConflictExplanation { Rows = [.. rows.Select(linear.RowName)], Bounds = [], OnlyWholeNumbers = true, IsIrreducible = isDecided };
    }

    // Frees chunks of rows, each time half as long: where few of many rows are needed that takes far fewer searches than one a row. Whether every row that is left is known to be needed.
    private static bool Filter(LinearProgram linear, MixedIntegerProgram copy, List<int> rows, CancellationToken cancellationToken)
    {
        var (searches, isDecided) = (0, true);
        for (var length = Math.Max(1, rows.Count / 2); ; length = (length + 1) / 2)
        {
            for (var at = 0; at < rows.Count;)
            {
                if (cancellationToken.IsCancellationRequested || searches++ == MostSearches) return false;
                var chunk = rows.GetRange(at, Math.Min(length, rows.Count - at));
                chunk.ForEach(row => Free(copy.Linear, row));
                var without = Search(copy, cancellationToken);
                if (without == MixedIntegerStatus.Infeasible)
                {
                    rows.RemoveRange(at, chunk.Count);
                    continue;
                }

                chunk.ForEach(row => copy.Linear.SetRowBounds(row, linear.RowLowers[row], linear.RowUppers[row]));
                at += chunk.Count;
                isDecided &= length > 1 || without != MixedIntegerStatus.NoSolution;
            }

            if (length == 1) return isDecided;
        }
    }

    private static MixedIntegerStatus Search(MixedIntegerProgram program, CancellationToken cancellationToken)
    {
        var nodes = Math.Clamp(MostNodesTimesRows / Math.Max(1, program.Linear.RowCount), 1, MostNodes);
        return new BranchSearch(program, new MixedIntegerOptions { RelativeGap = 1 }, nodes, report: null, cancellationToken).Run().Status;
    }

    private static void Free(LinearProgram program, int row) => program.SetRowBounds(row, double.NegativeInfinity, double.PositiveInfinity);
}
