using System.CommandLine;
using System.Globalization;
using ControlPlane.Client.Explaining;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Client.Inputs;

/// <summary>The argument and options that say which job of which simulated run.</summary>
internal sealed class SimulatedJobInput
{
    private readonly Option<long?> _seed = Quantity.WholeOption("--seed", 0, long.MaxValue - SeedList.Most, "The seed (default: the scenario's).");
    private readonly PolicyInput _policies = new("--policy", "-p");
    private readonly FallbackInput _fallback = new();
    private readonly ScenarioInput _scenario;

    /// <summary>Makes the argument and options.</summary>
    /// <param name="source">Where scenarios come from.</param>
    public SimulatedJobInput(IScenarioSource source)
    {
        _scenario = new ScenarioInput(source);
        _scenario.Name.Arity = ArgumentArity.ZeroOrOne;
        _scenario.Name.Description = "For a simulated job: a scenario of the catalogue ('controlplane scenarios') or a YAML file.";
        _policies.Option.HelpName = "P[:KEY=VALUE,...]";
        _policies.Option.Description = "The policy of the run; needed with SCENARIO.";
    }

    /// <summary>The scenario.</summary>
    public Argument Scenario => _scenario.Name;

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_policies.Option, _fallback.Option, _seed, _scenario.Load, _scenario.Horizon];

    /// <summary>Whether a simulated job is meant: a scenario is given.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="others">Options that are for another kind of job.</param>
    /// <exception cref="InputException">What was given does not go together.</exception>
    public bool IsAskedFor(ParseResult result, IReadOnlyList<Option> others)
    {
        var hasScenario = result.GetResult(Scenario) is { Tokens.Count: > 0 };
        if (!hasScenario && Given(result, All) is { } simulated)
            throw new InputException($"SCENARIO is missing: {simulated.Name} is for a simulated job (see 'controlplane why --help')");
        if (hasScenario && Given(result, others) is { } other)
            throw new InputException($"give SCENARIO or {other.Name}, not both: one is for a simulated job, the other for a job of a node");
        return hasScenario;
    }

    /// <summary>The job asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="job">Its number, as written.</param>
    /// <exception cref="InputException">Something is wrong or missing.</exception>
    public SimulatedJob Read(ParseResult result, string job)
    {
        if (!long.TryParse(job, NumberStyles.None, null, out var number) || number < 1)
            throw new InputException($"JOB must be a whole number from 1, not '{job}': jobs of a scenario have numbers");
        if (Given(result, [_policies.Option]) is null)
            throw new InputException($"{_policies.Option.Name} is missing (see 'controlplane why --help')");
        var scenario = _fallback.Apply(result, _scenario.Read(result));
        return _policies.Read(result, scenario) is [var policy]
            ? new SimulatedJob(scenario, policy, result.GetValue(_seed) ?? scenario.Seed, new JobId(number))
            : throw new InputException($"{_policies.Option.Name}: one run is explained at a time, give one policy");
    }

    private static Option? Given(ParseResult result, IReadOnlyList<Option> options) => options.FirstOrDefault(o => result.GetResult(o) is { Implicit: false });
}
