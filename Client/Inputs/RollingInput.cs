using System.CommandLine;
using ControlPlane.Planning.Joint.Rolling;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say how often to plan, how far, and with what knowledge.</summary>
internal sealed class RollingInput
{
    private static readonly (RollingRouting, string)[] Routings = [(RollingRouting.Program, "program"), (RollingRouting.Bregman, "bregman"), (RollingRouting.Held, "held")];

    private readonly Option<long?> _replan = Quantity.WholeOption("--replan", 1, 10_080, "Slots from plan to plan (default: 1).");
    private readonly Option<long?> _horizon = Quantity.WholeOption("--horizon", 1, 10_080, "Slots that a plan looks ahead (default: 24).");
    private readonly Option<long?> _ahead = Quantity.WholeOption("--known-ahead", 0, 10_080, "Slots before its release in which a job is known (default: 4).");
    private readonly Option<bool> _perfect = new("--perfect") { Description = "Forecasts that come true." };
    private readonly Option<long?> _seed = Quantity.WholeOption("--forecast-seed", 0, long.MaxValue, "Seed of the errors (default: 1).");

    private readonly Option<string?> _routing =
        new("--routing") { HelpName = "R", Description = "What routes inference between plans: program (a linear one each slot), bregman (no solver) or held (the plan's shares) (default: program)." };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_replan, _horizon, _ahead, _perfect, _seed, _routing];

    /// <summary>What was asked for.</summary>
    /// <param name="result">The command line.</param>
    public RollingSettings Read(ParseResult result)
    {
        var usual = new RollingSettings();
        var forecast = result.GetValue(_perfect) ? ForecastSettings.Perfect : usual.Forecast;
        return usual with
        {
            ReplanSlots = (int)(result.GetValue(_replan) ?? usual.ReplanSlots),
            HorizonSlots = (int)(result.GetValue(_horizon) ?? usual.HorizonSlots),
            KnownAheadSlots = (int)(result.GetValue(_ahead) ?? usual.KnownAheadSlots),
            Forecast = forecast with { Seed = result.GetValue(_seed) ?? forecast.Seed },
            Routing = ChoiceInput.Read(_routing.Name, result.GetValue(_routing) ?? "program", Routings),
        };
    }
}
