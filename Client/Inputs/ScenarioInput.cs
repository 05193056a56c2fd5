using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>The argument SCENARIO and the options that change it.</summary>
internal sealed class ScenarioInput
{
    private const double MostDays = 3650;
    private readonly IScenarioSource _source;

    /// <summary>Makes the argument and options.</summary>
    /// <param name="source">Where scenarios come from.</param>
    public ScenarioInput(IScenarioSource source)
    {
        _source = source;
        Name = new Argument<string>("SCENARIO") { Description = "A scenario of the catalogue ('controlplane scenarios') or a YAML file." };
        Name.CompletionSources.Add(_ => source.Names);
        Horizon.CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DurationText.TryRead(text, out var seconds) && seconds > 0 && seconds <= MostDays * 86_400)
                return seconds;
            result.AddError($"--days must be a length of time in (0, {MostDays}] days, such as 2, 36h or 90m, not '{text}'");
            return null;
        };
    }

    /// <summary>The argument.</summary>
    public Argument<string> Name { get; }

    /// <summary>Factor on arrival rates.</summary>
    public Option<double?> Load { get; } = Quantity.Option("--load", 0, 100, "Factor on all arrival rates, for example 1.25 (default: the scenario's own).");

    /// <summary>How long to simulate.</summary>
    public Option<double?> Horizon { get; } = new("--days", "--horizon")
    {
        HelpName = "D",
        Description = "How long to simulate: days, or with a unit 36h, 90m, 600s (default: the scenario's).",
    };

    /// <summary>The scenario with the changes asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">There is none, or it is wrong.</exception>
    public Scenario Read(ParseResult result)
    {
        var scenario = _source.Load(result.GetRequiredValue(Name));
        var horizonS = result.GetValue(Horizon) ?? scenario.HorizonS;
        if (scenario.Energy?.Complain(horizonS) is { } complaint)
            throw new InputException($"--days: {complaint}");
        return scenario with { Load = result.GetValue(Load) ?? scenario.Load, HorizonS = horizonS };
    }
}
