namespace ControlPlane.Planning.Frontier;

/// <summary>
/// The physical limit of a fleet: the least energy per work unit against the mean service time. With work rates x(d, n, f), units/s,
/// of site d on n GPUs at clock f: minimise <c>[sum s_d G_d + sum x (E - s_d n T)] / L</c> subject to <c>sum x = L</c>,
/// <c>sum n T x &lt;= rho G_d</c> at every site and mean service time <c>S sum x T / L &lt;= tau</c>. It bounds every policy whose
/// queues are stable, size-aware ones too.
/// </summary>
public static class EnergyFrontier
{
    /// <summary>The least energy per unit for a mean service time, s; null for no limit on it.</summary>
    /// <exception cref="ArgumentException">A number is out of its range; the message names it.</exception>
    public static FrontierPoint Solve(FrontierProblem problem, double? meanServiceTimeS, CancellationToken cancellationToken = default) =>
        new FrontierSolver().Solve(problem, meanServiceTimeS, cancellationToken);

    /// <summary>One point per budget, s, in the order given; each solve starts from the one before.</summary>
    /// <exception cref="ArgumentException">A number is out of its range; the message names it.</exception>
    public static IReadOnlyList<FrontierPoint> Curve(
        FrontierProblem problem, IReadOnlyList<double> budgetsS, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(budgetsS);
        var solver = new FrontierSolver();
        return [.. budgetsS.Select(budgetS => solver.Solve(problem, budgetS, cancellationToken))];
    }

    /// <summary>The ends of the frontier: the most load, the least mean service time, and that of the energy optimum.</summary>
    /// <exception cref="ArgumentException">A number is out of its range; the message names it.</exception>
    public static FrontierExtremes Extremes(FrontierProblem problem, CancellationToken cancellationToken = default) =>
        new FrontierSolver().Extremes(problem, cancellationToken);
}
