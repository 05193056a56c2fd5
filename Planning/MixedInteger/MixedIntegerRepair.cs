namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// Solvers call a hundred-thousandth whole, and a row with large coefficients feels it once the number is rounded. The whole numbers are kept and all other
/// columns worked out again by a linear programme.
/// </summary>
public static class MixedIntegerRepair
{
    private const double NearlyWhole = 1e-5;

    /// <summary>The best point with the whole numbers of another; null where they are not nearly whole, or leave no point.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="values">A value for every column.</param>
    /// <param name="cancellationToken">Ends it without a point.</param>
    public static MixedIntegerPoint? Of(MixedIntegerProgram program, IReadOnlyList<double> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != program.Linear.ColumnCount || values.Any(v => !double.IsFinite(v))) return null;
        var relaxation = new Relaxation(program, cancellationToken);
        if (relaxation.Integers.Any(j => Math.Abs(values[j] - Math.Round(values[j])) > NearlyWhole)) return null;
        var incumbent = new Incumbent(program, new MixedIntegerOptions());
        _ = incumbent.TryRounded(relaxation, values, basis: null);
        return incumbent.Exists ? MixedIntegerCheck.Of(program, incumbent.Values!) : null;
    }
}
