using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Generation.Learned;

namespace ControlPlane.Simulation.Generation.Training;

/// <summary>
/// Training, day by day. Between two days nothing runs, so what there is to keep is the learner and a few numbers: kept and read again then, the days that follow are the same to the
/// bit. Serves one thread; several sessions may go side by side.
/// </summary>
public sealed class GenerationTrainingSession : ICheckpointed
{
    private const int DecisionsPerTell = 256;
    private readonly GenerationTrainingPlan _plan;
    private readonly ISchedulingLearner _learner;
    private int _round;
    private int _looksSinceBest;
    private double _bestUsd = double.NegativeInfinity;

    /// <summary>Begins.</summary>
    /// <param name="plan">What is learned from.</param>
    /// <param name="learner">What learns; it must be new.</param>
    public GenerationTrainingSession(GenerationTrainingPlan plan, ISchedulingLearner learner)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(learner);
        (_plan, _learner) = (plan, learner);
    }

    /// <summary>Days done.</summary>
    public int Round => _round;

    /// <summary>Whether the days are done, or no better model has come for long enough.</summary>
    public bool IsDone => _round >= _plan.Rounds || EndedEarly;

    /// <summary>Whether no better model has come for long enough.</summary>
    public bool EndedEarly => _plan.Patience > 0 && _looksSinceBest >= _plan.Patience;

    /// <summary>The best model, if the last day gave it; null otherwise.</summary>
    public ISchedulingModel? NewBest { get; private set; }

    /// <summary>The setting of a scenario, for learners.</summary>
    /// <param name="day">A day of it.</param>
    public static SchedulingShape ShapeOf(GenerationScenario day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new([.. day.Providers.Select(p => p.Name)], day.Deadlines.Count, day.Steps, Math.Max(1, day.Arrivals.JobsPerSlot));
    }

    /// <summary>Goes through a day.</summary>
    /// <param name="progress">Told the share of the day, 0..1, on this thread.</param>
    /// <param name="cancellation">Ends it early. The session is of no use then: go on from what was kept.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public GenerationTrainingRound Next(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        var seed = _plan.LearnedSeed(_round);
        using var day = new GenerationDay(_plan.Days.Of(seed), seed);
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

        _round++;
        var result = day.Result(_learner.Preset);
        var heldOut = Look(cancellation);
        var figures = new double[_learner.FigureNames.Count];
        _learner.WriteFigures(figures);
        return new(_round, _learner.Decisions, _learner.Updates, result.UtilityUsd, result.ViolationShare, figures, heldOut, NewBest is not null);
    }

    /// <summary>Measures a model on the plan's held-out days.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static GenerationHeldOut Measure(GenerationTrainingPlan plan, ISchedulingModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (utilityUsd, late) = (0.0, 0.0);
        for (var i = 0; i < plan.HeldOutDays; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var seed = plan.HeldOutSeed(i);
            var day = GenerationSimulator.Run(plan.Days.Of(seed), model.NewPolicy(), model.Card.Preset, seed);
            (utilityUsd, late) = (utilityUsd + day.UtilityUsd / plan.HeldOutDays, late + day.ViolationShare / plan.HeldOutDays);
        }

        return new(utilityUsd, late);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("round", ref _round);
        state.Value("looksSinceBest", ref _looksSinceBest);
        state.Value("bestUsd", ref _bestUsd);
        state.Within("learner", _learner);
    }

    private GenerationHeldOut? Look(CancellationToken cancellation)
    {
        NewBest = null;
        if (_round % _plan.RoundsPerLook != 0 && _round != _plan.Rounds)
            return null;
        var model = _learner.Snapshot(_plan.Days.Day.Name);
        var result = Measure(_plan, model, cancellation);
        _looksSinceBest++;
        if (result.UtilityUsd > _bestUsd)
            (NewBest, _bestUsd, _looksSinceBest) = (model.Measured(result.UtilityUsd), result.UtilityUsd, 0);
        return result;
    }
}
