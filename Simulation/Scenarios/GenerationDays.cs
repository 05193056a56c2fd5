using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Generation;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>What a scenario file of the kind <c>generation</c> says: a day, and where its prices and weather come from. Immutable and shared by parallel runs.</summary>
/// <param name="Day">The day without its signals.</param>
/// <param name="Signals">The signals of each provider's site.</param>
/// <param name="StartUtc">Beginning of the first day.</param>
/// <param name="Days">Days to draw from, ≥ 1.</param>
public sealed record GenerationDays(GenerationScenario Day, IReadOnlyList<SiteSignals> Signals, DateTimeOffset StartUtc, int Days)
{
    /// <summary>One line for headings.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it shows, in a few sentences.</summary>
    public string Description { get; init; } = "";

    /// <summary>The seed used when none is asked for.</summary>
    public long Seed { get; init; } = 123;

    /// <summary>The rules to run when none is asked for; empty = all.</summary>
    public IReadOnlyList<PolicySpec> Policies { get; init; } = [];

    /// <summary>How far prices are from their mean over all days, as a factor on how far they are by the signals, ≥ 0.</summary>
    public double PriceSpread { get; init; } = 1;

    /// <summary>The day that a seed runs.</summary>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A signal does not reach so far; the message names its span.</exception>
    public GenerationScenario Of(long seed) => At((int)(((seed % Days) + Days) % Days));

    /// <summary>One of the days.</summary>
    /// <param name="day">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A signal does not reach so far; the message names its span.</exception>
    public GenerationScenario At(int day)
    {
        var begin = StartUtc.AddDays(day);
        return Day with
        {
            BeginHour = begin.TimeOfDay.TotalHours,
            Signals = [.. Signals.Select(s => SpreadOf(s, ProviderSignals.Of(s, begin, Day.SlotCount, Day.SlotS)))],
        };
    }

    private ProviderSignals SpreadOf(SiteSignals site, ProviderSignals signals) =>
        PriceSpread == 1 ? signals : signals.Spread(PriceSpread, site.Price.Mean(StartUtc, StartUtc.AddDays(Days)), site.SellShare);
}
