using ControlPlane.Fleet.Randomness;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Simulation.Training;

/// <summary>
/// Training, round by round. Between two rounds no world runs, so what there is to keep is the learner and a few numbers: kept and read again then, the
/// rounds that follow are the same to the bit. Serves one thread; several sessions may go side by side.
/// </summary>
public sealed class TrainingSession : ICheckpointed
{
    private const double LeastPeriodS = 3 * 3600;
    private const double MostPeriodS = 24 * 3600;
    private const double MostSwing = 0.6;

    private readonly TrainingPlan _plan;
    private readonly IPlacementLearner _learner;
    private readonly HeldOutPlan _heldOut;
    private int _round;
    private int _looksSinceBest;
    private double _bestScore = double.PositiveInfinity;

    /// <summary>Begins.</summary>
    /// <param name="plan">What is learned from.</param>
    /// <param name="learner">What learns; it must be new.</param>
    public TrainingSession(TrainingPlan plan, IPlacementLearner learner)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(learner);
        (_plan, _learner) = (plan, learner);
        // Nothing is asked of a model that it was not trained for.
        var (least, most) = plan.Load;
        var loads = plan.HeldOut.Loads.Where(load => load >= least && load <= most).ToArray();
        _heldOut = plan.HeldOut with { BudgetsS = learner.BudgetS is { } budgetS ? [budgetS] : plan.HeldOut.BudgetsS, Loads = loads.Length > 0 ? loads : [(least + most) / 2] };
    }

    /// <summary>Rounds done.</summary>
    public int Round => _round;

    /// <summary>Whether the rounds are done, or no better model has come for long enough.</summary>
    public bool IsDone => _round >= _plan.Rounds || EndedEarly;

    /// <summary>Whether no better model has come for long enough.</summary>
    public bool EndedEarly => _plan.Patience > 0 && _looksSinceBest >= _plan.Patience;

    /// <summary>The best model, if the last round gave it; null otherwise.</summary>
    public ILearnedModel? NewBest { get; private set; }

    /// <summary>Goes through a round.</summary>
    /// <param name="progress">Told the share of the round, 0..1, on this thread.</param>
    /// <param name="cancellation">Ends it early. The session is of no use then: go on from what was kept.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingRound Next(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        var worlds = Enumerable.Range(0, _plan.Worlds).Select(NewWorld).ToArray();
        try
        {
            for (var untilS = _plan.TurnS; untilS < _plan.HorizonS + _plan.TurnS; untilS += _plan.TurnS)
            {
                foreach (var world in worlds)
                    world.Advance(Math.Min(untilS, _plan.HorizonS), cancellation);
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke(Math.Min(1, untilS / _plan.HorizonS));
            }
        }
        finally
        {
            foreach (var world in worlds)
                world.Dispose();
        }

        _round++;
        return Look(cancellation);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("round", ref _round);
        state.Value("looksSinceBest", ref _looksSinceBest);
        state.Value("bestScore", ref _bestScore);
        state.Within("learner", _learner);
    }

    private TrainingRound Look(CancellationToken cancellation)
    {
        NewBest = null;
        HeldOutResult? heldOut = null;
        if (_round % _plan.RoundsPerLook == 0 || _round == _plan.Rounds)
        {
            var model = _learner.Snapshot(_plan.Scenario.Name);
            var result = HeldOut.Measure(_plan.Scenario, _heldOut, model, cancellation);
            _looksSinceBest++;
            if (result.Score < _bestScore)
                (NewBest, _bestScore, _looksSinceBest) = (model.Measured(result.EnergyAbovePercent), result.Score, 0);
            heldOut = result;
        }

        var figures = new double[_learner.FigureNames.Count];
        _learner.WriteFigures(figures);
        return new(_round, _learner.Decisions, _learner.Updates, figures, heldOut, NewBest is not null);
    }

    private SimulationRun NewWorld(int world)
    {
        var random = new RandomStream(_plan.Seed, $"training/round {_round}/world {world}");
        var host = new DirectHost((_, context) => _learner.Join(context));
        var run = new SimulationRun(Vary(random), new PolicySpec("chsac"), _plan.Seed * 1_000_003 + _round * 1009 + world, new RunOptions { Host = host });
        run.Begin();
        return run;
    }

    private Scenario Vary(RandomStream random)
    {
        var scenario = _plan.Scenario;
        var (least, most) = _plan.Load;
        var load = scenario.Load * (least + (most - least) * random.NextUniform());
        IReadOnlyList<ScenarioEvent> events = scenario.Events;
        if (random.NextUniform() < _plan.LostShare && scenario.Fleet.SiteCount > 1)
            events = [.. events, new(_plan.HorizonS * random.NextUniform(), ScenarioEventKind.LoseSite, random.NextBelow(scenario.Fleet.SiteCount))];
        var swing = random.NextUniform() < _plan.SwingShare ? MostSwing * random.NextUniform() : 0;
        var periodS = LeastPeriodS + (MostPeriodS - LeastPeriodS) * random.NextUniform();
        var phaseS = periodS * random.NextUniform();
        return scenario with
        {
            HorizonS = _plan.HorizonS,
            Load = load,
            Events = [.. events.OrderBy(e => e.AtS)],
            Workloads = swing == 0 ? scenario.Workloads : [.. scenario.Workloads.Select(w => Swing(w, swing, periodS, phaseS))],
        };
    }

    private static IngressWorkload Swing(IngressWorkload workload, double amplitude, double periodS, double phaseS) => workload.Arrivals is not { Amplitude: 0 } arrivals
        ? workload
        : workload with { Arrivals = arrivals with { Amplitude = amplitude, PeriodS = periodS, PhaseS = phaseS } };
}
