using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Simulation.Generation.Training;

/// <summary>Training to schedule generation jobs, a day a round. Serves one thread; several sessions may go side by side.</summary>
public sealed class GenerationTrainingSession : TrainingCourse
{
    private const int DecisionsPerTell = 256;
    private static readonly string[] OfDay = ["utility USD", "late percent"];
    private readonly GenerationTrainingPlan _plan;
    private readonly ISchedulingLearner _learner;
    private (double UtilityUsd, double LatePercent) _day;

    /// <summary>Begins.</summary>
    /// <param name="plan">What is learned from.</param>
    /// <param name="learner">What learns; it must be new.</param>
    public GenerationTrainingSession(GenerationTrainingPlan plan, ISchedulingLearner learner)
        : base(plan?.Rounds ?? 0, plan?.RoundsPerLook ?? 0, plan?.Patience ?? 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(learner);
        (_plan, _learner) = (plan, learner);
        FigureNames = [.. OfDay, .. learner.FigureNames];
    }

    /// <inheritdoc/>
    public override long Decisions => _learner.Decisions;

    /// <inheritdoc/>
    public override long Updates => _learner.Updates;

    /// <summary>Utility, USD, and late jobs, percent, of the day that was learned from, under the policy that learns and explores; then the learner's own numbers.</summary>
    public override IReadOnlyList<string> FigureNames { get; }

    private protected override ICheckpointed Learner => _learner;

    /// <summary>The setting of a scenario, for learners.</summary>
    /// <param name="day">A day of it.</param>
    public static SchedulingShape ShapeOf(GenerationScenario day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new([.. day.Providers.Select(p => p.Name)], day.Deadlines.Count, day.Steps, Math.Max(1, day.Arrivals.JobsPerSlot));
    }

    /// <summary>Measures a model on the plan's held-out days.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static HeldOutResult Measure(GenerationTrainingPlan plan, ISchedulingModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(model);
        var (utilityUsd, late) = (0.0, 0.0);
        for (var i = 0; i < plan.HeldOutDays; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var seed = plan.HeldOutSeed(i);
            var day = GenerationSimulator.Run(plan.Days.Of(seed), model.NewPolicy(), model.Card.Preset, seed, new() { Host = plan.Host });
            (utilityUsd, late) = (utilityUsd + day.UtilityUsd / plan.HeldOutDays, late + day.ViolationShare / plan.HeldOutDays);
        }

        return HeldOutKind.Generation.Of(utilityUsd, 100 * late);
    }

    private protected override void Play(Action<double>? progress, CancellationToken cancellation)
    {
        var seed = _plan.LearnedSeed(Round);
        using var day = new GenerationDay(_plan.Days.Of(seed), seed, new() { Host = _plan.Host });
        for (var decisions = 0L; !day.IsOver; decisions++)
        {
            var step = day.Apply(_learner.Decide(day.View));
            if (step.SlotClosed)
                _learner.Closed(step.UtilityUsd, step.Jobs, step.OnTime, step.IsLast);
            if (decisions % DecisionsPerTell != 0)
                continue;
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke((double)day.View.Slot / _plan.Days.Day.SlotCount);
        }

        var result = day.Result(_learner.Preset);
        _day = (result.UtilityUsd, 100 * result.ViolationShare);
    }

    private protected override (ITrainedModel Model, HeldOutResult Result) Measure(CancellationToken cancellation)
    {
        var model = _learner.Snapshot(_plan.Days.Day.Name);
        var result = Measure(_plan, model, cancellation);
        return (model.Measured(result.Main), result);
    }

    private protected override void WriteFigures(Span<double> figures)
    {
        (figures[0], figures[1]) = _day;
        _learner.WriteFigures(figures[OfDay.Length..]);
    }
}
