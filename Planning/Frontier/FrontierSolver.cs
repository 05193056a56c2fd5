using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Frontier;

/// <summary>
/// Solves frontier problems one after another, each from the basis of the last where their shapes agree: the way to re-solve as
/// load, capacity or coefficients drift. Not for use by two threads at once.
/// </summary>
public sealed class FrontierSolver
{
    private readonly SimplexSolver _simplex = new();
    private FrontierModel? _model;
    private SimplexBasis? _basis;

    /// <summary>The least energy per unit for a mean service time.</summary>
    /// <param name="problem">Fleet and load.</param>
    /// <param name="meanServiceTimeS">Mean service time allowed, s, above 0; null for no limit.</param>
    /// <param name="cancellationToken">Looked at before every simplex iteration.</param>
    /// <exception cref="ArgumentException">A number is out of its range; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="InvalidOperationException">The simplex method could not finish; the problem is ill-conditioned.</exception>
    public FrontierPoint Solve(FrontierProblem problem, double? meanServiceTimeS, CancellationToken cancellationToken = default)
    {
        FrontierModel model = Load(problem);
        if (meanServiceTimeS is { } tau && !(tau > 0 && double.IsFinite(tau)))
            throw new ArgumentException($"Mean service time: {tau} s is not allowed, it must be above 0 and finite.", nameof(meanServiceTimeS));

        if (Overload(problem) is { } overload) return Infeasible(meanServiceTimeS, overload, 0);
        model.SetBudget(meanServiceTimeS);
        LinearSolution solution = Run(model, cancellationToken);
        if (solution.Status == LinearStatus.Optimal)
        {
            _basis = solution.Basis;
            return model.Read(solution, meanServiceTimeS);
        }

        (double leastS, int iterations) = LeastServiceTime(model, cancellationToken);
        return Infeasible(
            meanServiceTimeS, $"The mean service time allowed, {meanServiceTimeS:g6} s, is below the least possible at this load, {leastS:g6} s.",
            solution.Iterations + iterations);
    }

    /// <summary>The ends of the frontier of a problem.</summary>
    /// <exception cref="ArgumentException">A number is out of its range; the message names it.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="InvalidOperationException">The simplex method could not finish; the problem is ill-conditioned.</exception>
    public FrontierExtremes Extremes(FrontierProblem problem, CancellationToken cancellationToken = default)
    {
        FrontierModel model = Load(problem);
        if (Overload(problem) is not null) return new FrontierExtremes(problem.MaxLoadUnitsPerS, double.NaN, double.NaN);
        double energyOptimalS = Solve(problem, null, cancellationToken).MeanServiceTimeS;
        return new FrontierExtremes(problem.MaxLoadUnitsPerS, LeastServiceTime(model, cancellationToken).TimeS, energyOptimalS);
    }

    private FrontierModel Load(FrontierProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (ReferenceEquals(problem, _model?.Problem)) return _model;
        problem.Check();
        if (_model is null || !_model.TryUpdate(problem)) (_model, _basis) = (new FrontierModel(problem), null);
        return _model;
    }

    private (double TimeS, int Iterations) LeastServiceTime(FrontierModel model, CancellationToken cancellationToken)
    {
        model.SetBudget(null);
        model.MinimiseServiceTime(true);
        try
        {
            LinearSolution solution = Run(model, cancellationToken);
            return (model.MeanServiceTimeS(solution), solution.Iterations);
        }
        finally
        {
            model.MinimiseServiceTime(false);
        }
    }

    private LinearSolution Run(FrontierModel model, CancellationToken cancellationToken)
    {
        LinearSolution solution = _simplex.Solve(model.Program, _basis, cancellationToken);
        if (solution.Status == LinearStatus.Cancelled) throw new OperationCanceledException(cancellationToken);
        return solution.Status is LinearStatus.Optimal or LinearStatus.Infeasible
            ? solution
            : throw new InvalidOperationException($"The frontier's linear programme ended as {solution.Status} after {solution.Iterations} iterations.");
    }

    private static string? Overload(FrontierProblem problem)
    {
        double most = problem.MaxLoadUnitsPerS;
        return problem.LoadUnitsPerS <= most
            ? null
            : $"The load, {problem.LoadUnitsPerS:g6} units/s, is above what the fleet can carry, {most:g6} units/s.";
    }

    private static FrontierPoint Infeasible(double? budgetS, string reason, int iterations) =>
        new() { BudgetS = budgetS, InfeasibleReason = reason, Iterations = iterations };
}
