using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Simulation.Generation;

namespace ControlPlane.Client.Generation;

/// <summary>The option that leaves out parts of the inner layer.</summary>
internal sealed class WithoutInput
{
    private static readonly IReadOnlyDictionary<string, Func<GenerationOptions, GenerationOptions>> Parts = new Dictionary<string, Func<GenerationOptions, GenerationOptions>>
    {
        ["clocks"] = o => o with { HasClocks = false },
        ["battery"] = o => o with { HasBattery = false },
        ["renewables"] = o => o with { HasRenewables = false },
        ["selling"] = o => o with { HasSelling = false },
    };

    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new("--without") { HelpName = "X,X,...", Description = $"Leave out parts of the inner layer: {string.Join(", ", Parts.Keys)}." };

    /// <summary>The scenario's options with those parts left out.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="options">The scenario's options.</param>
    /// <exception cref="InputException">There is no such part.</exception>
    public GenerationOptions Apply(ParseResult result, GenerationOptions options)
    {
        foreach (var part in result.GetValue(Option)?.Split(',') ?? [])
        {
            if (!Parts.TryGetValue(part.Trim(), out var without))
                throw new InputException($"{Option.Name}: there is no part '{part}'{Nearest.Hint(part, Parts.Keys)}; parts are {string.Join(", ", Parts.Keys)}");
            options = without(options);
        }

        return options;
    }
}
