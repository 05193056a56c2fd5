using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>The options <c>--seed</c> and <c>--seeds</c>.</summary>
internal sealed class SeedInput
{
    /// <summary>One seed.</summary>
    public Option<long?> Seed { get; } =
        Quantity.WholeOption("--seed", 0, long.MaxValue - SeedList.Most, "This seed only.");

    /// <summary>Several seeds.</summary>
    public Option<string?> Seeds { get; } = new("--seeds")
    {
        HelpName = "N|A..B|A,B,C",
        Description = "Several seeds: N from the scenario's own on, a range, or a list.",
    };

    /// <summary>The seeds asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="count">How many seeds when none is given.</param>
    /// <exception cref="InputException">The list is wrong.</exception>
    public IReadOnlyList<long> Read(ParseResult result, Scenario scenario, int count = 1) => Read(result, scenario.Seed, count);

    /// <summary>The seeds asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="first">The scenario's own seed.</param>
    /// <param name="count">How many there are when none is asked for.</param>
    /// <exception cref="InputException">They are wrong.</exception>
    public IReadOnlyList<long> Read(ParseResult result, long first, int count)
    {
        var one = result.GetValue(Seed);
        var text = result.GetValue(Seeds);
        if (one is not null && text is not null)
            throw new InputException("give --seed or --seeds, not both");
        if (one is not null)
            return [one.Value];
        return SeedList.Read(text ?? count.ToString(), first) ?? throw new InputException($"--seeds must be {SeedList.Allowed}, not '{text}'");
    }
}
