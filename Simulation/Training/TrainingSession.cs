using ControlPlane.Fleet.Randomness;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Simulation.Training;

/// <summary>Training to place, from rounds of several worlds at once. Serves one thread; several sessions may go side by side.</summary>
public sealed class TrainingSession : TrainingCourse
{
    private const double LeastPeriodS = 3 * 3600;
    private const double MostPeriodS = 24 * 3600;
    private const double MostSwing = 0.6;

    private readonly TrainingPlan _plan;
    private readonly IPlacementLearner _learner;
    private readonly HeldOutPlan _heldOut;

    /// <summary>Begins.</summary>
    /// <param name="plan">What is learned from.</param>
    /// <param name="learner">What learns; it must be new.</param>
    public TrainingSession(TrainingPlan plan, IPlacementLearner learner)
        : base(plan?.Rounds ?? 0, plan?.RoundsPerLook ?? 0, plan?.Patience ?? 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(learner);
        (_plan, _learner) = (plan, learner);
        // Nothing is asked of a model that it was not trained for.
        var (least, most) = plan.Load;
        var loads = plan.HeldOut.Loads.Where(load => load >= least && load <= most).ToArray();
        _heldOut = plan.HeldOut with { BudgetsS = learner.BudgetS is { } budgetS ? [budgetS] : plan.HeldOut.BudgetsS, Loads = loads.Length > 0 ? loads : [(least + most) / 2] };
    }

    /// <inheritdoc/>
    public override long Decisions => _learner.Decisions;

    /// <inheritdoc/>
    public override long Updates => _learner.Updates;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FigureNames => _learner.FigureNames;

    private protected override ICheckpointed Learner => _learner;

    private protected override void Play(Action<double>? progress, CancellationToken cancellation)
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
    }

    private protected override (ITrainedModel Model, HeldOutResult Result) Measure(CancellationToken cancellation)
    {
        var model = _learner.Snapshot(_plan.Scenario.Name);
        var result = HeldOut.Measure(_plan.Scenario, _heldOut, model, cancellation);
        return (model.Measured(result.Main), result);
    }

    private protected override void WriteFigures(Span<double> figures) => _learner.WriteFigures(figures);

    private SimulationRun NewWorld(int world)
    {
        var random = new RandomStream(_plan.Seed, $"training/round {Round}/world {world}");
        var host = new DirectHost((_, context) => _learner.Join(context));
        var run = new SimulationRun(Vary(random), new PolicySpec("chsac"), _plan.Seed * 1_000_003 + Round * 1009 + world, new RunOptions { Host = host });
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
