using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>The joint programme with its whole numbers let go, by the built-in simplex method: a bound, or the rules that cannot be kept together.</summary>
internal static class Relaxation
{
    private const int MostRows = 8_000;

    /// <summary>Solves the relaxation.</summary>
    /// <returns>The bound, infinite where the programme is too large; the conflicts where it has no solution.</returns>
    public static (double BoundUsd, IReadOnlyList<string> Conflicts) Solve(JointInstance instance, JointSettings settings, CancellationToken cancellationToken)
    {
        var model = new JointModel(instance, settings with { IsRelaxed = true });
        if (model.Program.Linear.RowCount > MostRows)
            return (double.PositiveInfinity, []);
        var solution = new SimplexSolver().Solve(model.Program.Linear, cancellationToken: cancellationToken);
        return solution.Status switch
        {
            LinearStatus.Optimal => (model.BenefitUsd(solution.Objective), []),
            LinearStatus.Infeasible => (double.NegativeInfinity, PlainWords(model, solution)),
            _ => (double.PositiveInfinity, []),
        };
    }

    /// <summary>Why a programme has no solution, in plain words.</summary>
    public static IReadOnlyList<string> Conflicts(JointModel model)
    {
        var solution = new SimplexSolver().Solve(model.Program.Linear);
        return solution.Status == LinearStatus.Infeasible
            ? PlainWords(model, solution)
            : ["Each rule can be kept by parts of jobs, but not by whole ones: the jobs that must run do not fit side by side."];
    }

    private static string[] PlainWords(JointModel model, LinearSolution solution) =>
        [.. Enumerable.Range(0, solution.FarkasRay.Count).Where(row => Math.Abs(solution.FarkasRay[row]) > 1e-9).Select(model.Describe).Distinct()];
}
