using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers;

/// <summary>Turns what a solver says into what may be believed: its point is checked against the programme, its bound against its point.</summary>
internal static class CheckedSolution
{
    // What a bound may lie above a point that was rounded.
    private const double BoundTolerance = 1e-5;

    private static readonly TimeSpan MostRepair = TimeSpan.FromSeconds(20);

    public static MixedIntegerSolution Of(MixedIntegerProgram program, MixedIntegerOptions options, string solver, RawSolution raw, TimeSpan time)
    {
        var solution = new MixedIntegerSolution { Solver = solver, Status = raw.Status, Time = time, Nodes = raw.Nodes, Message = raw.Message };
        if (!Enum.IsDefined(raw.Status) || double.IsNaN(raw.Bound)) return Refused(solution, "its answer cannot be read");
        var bound = double.IsPositiveInfinity(raw.Bound) ? double.NegativeInfinity : raw.Bound;
        return raw.Status switch
        {
            MixedIntegerStatus.Optimal or MixedIntegerStatus.Feasible => AtLeastStart(program, options, WithPoint(program, options, solution with { Bound = bound }, raw.Values)),
            MixedIntegerStatus.NoSolution => AtLeastStart(program, options, solution with { Bound = bound }),
            _ => solution,
        };
    }

    private static MixedIntegerSolution WithPoint(MixedIntegerProgram program, MixedIntegerOptions options, MixedIntegerSolution solution, double[]? values)
    {
        if (values is null || values.Length != program.Linear.ColumnCount)
            return Refused(solution, values is null ? "it told of a solution without giving one" : $"its solution has {values.Length} columns instead of {program.Linear.ColumnCount}");
        var point = MixedIntegerCheck.Of(program, values);
        if (!point.IsFeasible)
        {
            using var limit = new CancellationTokenSource(MostRepair);
            if (MixedIntegerRepair.Of(program, values, limit.Token) is not { } repaired) return Untrue(solution, point);
            point = repaired;
        }

        if (solution.Bound > point.Objective + BoundTolerance * Math.Max(1, Math.Abs(point.Objective)))
            return Refused(solution, FormattableString.Invariant($"its bound {solution.Bound:G9} is above the objective {point.Objective:G9} of its own solution"));
        var trusted = solution with { Values = point.Values, Objective = point.Objective, Bound = Math.Min(solution.Bound, point.Objective) };

        return trusted with { Status = StatusOf(trusted, options) };
    }

    // Whether a solver keeps what it began with or not, nothing worse comes out.
    private static MixedIntegerSolution AtLeastStart(MixedIntegerProgram program, MixedIntegerOptions options, MixedIntegerSolution solution)
    {
        if (options.Start is not { } start || start.Count != program.Linear.ColumnCount || solution.Status == MixedIntegerStatus.Failed)
            return solution;
        var point = MixedIntegerCheck.Of(program, start);
        if (!point.IsFeasible || solution.Objective <= point.Objective)
            return solution;
        var kept = solution with { Values = point.Values, Objective = point.Objective, Bound = Math.Min(solution.Bound, point.Objective), Message = null };
        return kept with { Status = StatusOf(kept, options) };
    }

    // Optimal is what the gap says, not what the solver calls it.
    private static MixedIntegerStatus StatusOf(MixedIntegerSolution solution, MixedIntegerOptions options)
    {
        var size = Math.Abs(solution.Objective);
        var allowed = Math.Max(Math.Max(options.AbsoluteGap, options.RelativeGap * size), BoundTolerance * Math.Max(1, size));
        return solution.Objective - solution.Bound <= allowed ? MixedIntegerStatus.Optimal : MixedIntegerStatus.Feasible;
    }

    // A solver that ran out of time may offer its relaxation as if it were a solution: then it has none. One that calls it optimal is wrong.
    private static MixedIntegerSolution Untrue(MixedIntegerSolution solution, MixedIntegerPoint point)
    {
        var message = $"The solution of {solution.Solver} is none: {point.Describe()}.";
        return solution.Status == MixedIntegerStatus.Feasible
            ? solution with { Status = MixedIntegerStatus.NoSolution, Message = message }
            : solution with { Status = MixedIntegerStatus.Failed, Bound = double.NegativeInfinity, Message = message };
    }

    private static MixedIntegerSolution Refused(MixedIntegerSolution solution, string problem) =>
        solution with { Status = MixedIntegerStatus.Failed, Bound = double.NegativeInfinity, Message = $"The answer of {solution.Solver} is refused: {problem}." };
}
