using System.CommandLine;
using ControlPlane.Client.Engines;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;
using ControlPlane.Client.Training;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation.Learned;

namespace ControlPlane.Client.Inputs;

/// <summary>What is to be trained on what.</summary>
internal sealed class TrainingInput
{
    private const string Fleet = "paper-independent";
    private const string Days = "aigc-hard";
    private readonly IScenarioSource _source;
    private readonly LearnerInput _learner = new();
    private readonly TrainingPlanInput _plan = new();
    private readonly Option<string?> _scenario = new("--scenario", "-s")
    {
        HelpName = "S",
        Description = $"A scenario or a YAML file (default: {Fleet}; of generation jobs {Days}).",
    };

    private readonly SignalFolderInput _signals = new();

    /// <summary>Makes argument and options.</summary>
    /// <param name="source">Where scenarios come from.</param>
    public TrainingInput(IScenarioSource source)
    {
        _source = source;
        _scenario.CompletionSources.Add(_ => [.. source.Names, .. source.GenerationNames]);
    }

    /// <summary>The argument that names the learner.</summary>
    public Argument<string?> Learner => _learner.Argument;

    /// <summary>Shows the learners instead of training one.</summary>
    public Option<bool> List => _learner.List;

    /// <summary>The options that say what is learned from.</summary>
    public IReadOnlyList<Option> All => [_scenario, _signals.Option, .. _plan.All];

    /// <summary>What is asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="engine">What it runs on.</param>
    /// <exception cref="InputException">It is wrong.</exception>
    public ITraining Read(ParseResult result, IEngine engine)
    {
        var learner = LearnerInput.Read(result.GetValue(_learner.Argument));
        return SchedulingLearnerCatalog.Find(learner.Name) is { } scheduling ? Generation(result, learner, scheduling, engine) : Placement(result, learner, engine);
    }

    private PlacementTraining Placement(ParseResult result, PolicySpec learner, IEngine engine)
    {
        if (engine is not DirectEngine)
            throw new InputException($"--engine means nothing to '{learner.Name}', which learns to place jobs: its worlds run in memory");
        var name = result.GetValue(_scenario) ?? Fleet;
        if (_source.IsGeneration(name))
            throw new InputException($"--scenario: '{name}' is a day of generation, and '{learner.Name}' learns to place jobs: {string.Join(", ", SchedulingLearnerCatalog.All.Select(l => l.Name))} learn from it");
        _signals.Refuse(result, learner.Name);
        return new(learner, _plan.Read(result, learner.Name, _source.Load(name)));
    }

    private GenerationTraining Generation(ParseResult result, PolicySpec learner, SchedulingLearnerDescriptor scheduling, IEngine engine)
    {
        var name = result.GetValue(_scenario) ?? Days;
        if (_source.Names.Contains(name))
            throw new InputException($"--scenario: '{name}' is a fleet of data centres, and '{learner.Name}' learns from days of generation, such as {Days}");
        var plan = _plan.Read(result, scheduling, _signals.Load(result, _source, name)) with { Host = engine.GenerationHost };
        var training = new GenerationTraining(learner, plan, engine.Shapers);
        try
        {
            // Settings that are allowed each may not go together.
            training.Try();
        }
        catch (ArgumentException wrong)
        {
            throw new InputException($"{learner.Name}: {wrong.Message.Split(" (Parameter", 2)[0]}");
        }

        return training;
    }
}
