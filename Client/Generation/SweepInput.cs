using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Generation;

/// <summary>Options that change what days of generation are like, for sweeps.</summary>
internal sealed class SweepInput
{
    private const double MostSpread = 100;

    private readonly Option<double?> _spread = new("--price-spread")
    {
        HelpName = "X",
        Description = "How far prices are from their mean, as a factor: 0 for constant prices (default: 1).",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Quantity.TryNumber(text, out var spread) && spread is >= 0 and <= MostSpread)
                return spread;
            result.AddError($"--price-spread must be a number in [0, {MostSpread}], not '{text}'");
            return null;
        },
    };

    private readonly Option<string?> _model = new("--model") { HelpName = "MODEL", Description = "Every provider has this one of the scenario's models (default: each its own)." };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_spread, _model];

    /// <summary>The days with what was asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="days">The days.</param>
    /// <exception cref="InputException">There is no such model.</exception>
    public GenerationDays Apply(ParseResult result, GenerationDays days)
    {
        days = days with { PriceSpread = result.GetValue(_spread) ?? 1 };
        if (result.GetValue(_model) is not { } name)
            return days;
        var names = days.Day.Providers.Select(p => p.Model.Name).Distinct().ToList();
        var model = days.Day.Providers.FirstOrDefault(p => p.Model.Name == name)?.Model
            ?? throw new InputException($"{_model.Name}: no provider has a model '{name}'{Nearest.Hint(name, names)}; models are {string.Join(", ", names)}");
        return days with { Day = days.Day with { Providers = [.. days.Day.Providers.Select(p => p with { Model = model })] } };
    }
}
