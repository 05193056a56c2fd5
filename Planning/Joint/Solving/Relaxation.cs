using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.Linear;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>The joint programme with its whole numbers let go, by the built-in simplex method: a bound, or the rules that cannot be kept together.</summary>
internal static class Relaxation
{
    private const int MostRows = 8_000;
    private const int MostWords = 20;

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
            LinearStatus.Infeasible => (double.NegativeInfinity, Conflicts(model, cancellationToken)),
            _ => (double.PositiveInfinity, []),
        };
    }

    /// <summary>Why a programme has no solution, in plain words: rules of which none can be left out, where that can be found out.</summary>
    public static IReadOnlyList<string> Conflicts(JointModel model, CancellationToken cancellationToken)
    {
        if (ConflictFinder.Explain(model.Program, cancellationToken) is not { } conflict)
            return ["Each rule can be kept by parts of jobs, but not by whole ones: the jobs that must run do not fit side by side."];
        var words = RowWords.Of(model.Instance, conflict.Rows);
        IEnumerable<string> shown = words.Count > MostWords ? [.. words.Take(MostWords), FormattableString.Invariant($"and {words.Count - MostWords} more")] : words;
        return [.. shown, .. conflict.OnlyWholeNumbers ? ["by parts of jobs they could be kept: only that jobs are whole, and run without a break, makes it impossible"] : (string[])[]];
    }
}
