using ControlPlane.Planning.Joint.Programs;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Planning.Joint.Solving;

/// <summary>Solves programmes one after the other within one time limit, tells how far it is and keeps what each came to.</summary>
internal sealed class SolveLog(IMixedIntegerSolver solver, JointPlannerOptions options, double billUsd, IProgress<PlanProgress>? progress, CancellationToken cancellationToken)
{
    private readonly List<PlanStage> _stages = [];

    public IReadOnlyList<PlanStage> Stages => _stages;

    public string Solver { get; private set; } = solver.Name;

    public TimeSpan Time { get; private set; }

    public TimeSpan Left => options.TimeLimit - Time;

    public CancellationToken CancellationToken => cancellationToken;

    public bool IsOver => Left <= TimeSpan.Zero || cancellationToken.IsCancellationRequested;

    /// <summary>Solves a programme.</summary>
    /// <param name="stage">What it is.</param>
    /// <param name="model">The programme.</param>
    /// <param name="share">How much of the time left it may take.</param>
    /// <param name="start">A point to begin with; null for none.</param>
    public async Task<MixedIntegerSolution> SolveAsync(string stage, JointModel model, double share, IReadOnlyList<double>? start)
    {
        var limit = TimeSpan.FromTicks(Math.Max(Left.Ticks, TimeSpan.TicksPerMillisecond));
        var settings = new MixedIntegerOptions { TimeLimit = limit * share, RelativeGap = options.RelativeGap, AbsoluteGap = options.BillGap * Math.Abs(billUsd), Start = start };
        var before = Time;
        progress?.Report(new PlanProgress(stage, before, double.NaN, double.PositiveInfinity));
        var solution = await solver.SolveAsync(model.Program, settings, progress is null ? null : new Relay(p =>
            progress.Report(new PlanProgress(stage, before + p.Time, model.BenefitUsd(p.Incumbent), model.BenefitUsd(p.Bound)))), cancellationToken).ConfigureAwait(false);
        Time += solution.Time;
        Solver = solution.Solver;
        var (columns, integers) = (model.Program.Linear.ColumnCount, model.Program.IntegerCount);
        _stages.Add(new PlanStage(stage, columns, integers, solution.Time, model.BenefitUsd(solution.Objective), solution.Message is { } m ? $"{solution.Status}: {m}" : solution.Status.ToString()));
        return solution;
    }

    // Progress<T> would post to a thread pool, out of order.
    private sealed class Relay(Action<MixedIntegerProgress> report) : IProgress<MixedIntegerProgress>
    {
        public void Report(MixedIntegerProgress value) => report(value);
    }
}
