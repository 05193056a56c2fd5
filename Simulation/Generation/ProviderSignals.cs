using ControlPlane.Fleet.Energy;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Simulation.Generation;

/// <summary>What the world offers a provider's site over a day, and offered the day before: the forecast by persistence.</summary>
/// <param name="Day">The slots of the day.</param>
/// <param name="DayBefore">The slots of the day before, as many.</param>
public sealed record ProviderSignals(IReadOnlyList<SiteConditions> Day, IReadOnlyList<SiteConditions> DayBefore)
{
    /// <summary>The day of a site's signals that begins at a moment, with the day before.</summary>
    /// <param name="signals">The signals; they must begin a day earlier.</param>
    /// <param name="beginUtc">Beginning of the day.</param>
    /// <param name="slots">Slots of the day.</param>
    /// <param name="seconds">Length of a slot, s.</param>
    /// <exception cref="ArgumentOutOfRangeException">A signal does not cover both days; the message names its span.</exception>
    public static ProviderSignals Of(SiteSignals signals, DateTimeOffset beginUtc, int slots = 288, double seconds = 300)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var slot = TimeSpan.FromSeconds(seconds);
        return new ProviderSignals(From(beginUtc), From(beginUtc - slots * slot));

        SiteConditions[] From(DateTimeOffset utc) => [.. Enumerable.Range(0, slots).Select(i => signals.At(utc + i * slot, slot))];
    }

    /// <summary>What a forecast at one slot says of a later one, at most a day ahead.</summary>
    /// <param name="slot">The later slot; beyond the end the day begins again.</param>
    /// <param name="isPerfect">Whether it knows the day; else it says what was at the same time the day before.</param>
    public SiteConditions Forecast(int slot, bool isPerfect)
    {
        if (slot >= Day.Count)
            return Day[slot % Day.Count];
        return isPerfect ? Day[slot] : DayBefore[slot];
    }

    /// <summary>Share of the prices of the last 24 hours below the present one, [0, 1].</summary>
    /// <param name="slot">The present slot.</param>
    public double PriceRank(int slot)
    {
        var priceUsd = Day[slot].Tariff.BuyUsdPerKwh;
        var below = 0;
        for (var i = 0; i < Day.Count; i++)
            below += (i < slot ? Day[i] : DayBefore[i]).Tariff.BuyUsdPerKwh < priceUsd ? 1 : 0;
        return (double)below / Day.Count;
    }

    /// <summary>The same with prices that are further from, or nearer to, a mean.</summary>
    /// <param name="factor">How far, as a factor on how far they are, ≥ 0: 0 for the mean throughout.</param>
    /// <param name="meanUsdPerKwh">The mean, USD/kWh.</param>
    /// <param name="sellShare">Share of the price that selling brings, 0..1.</param>
    public ProviderSignals Spread(double factor, double meanUsdPerKwh, double sellShare)
    {
        return new([.. Day.Select(Of)], [.. DayBefore.Select(Of)]);

        SiteConditions Of(SiteConditions conditions)
        {
            var buy = meanUsdPerKwh + factor * (conditions.Tariff.BuyUsdPerKwh - meanUsdPerKwh);
            return conditions with { Tariff = conditions.Tariff with { BuyUsdPerKwh = buy, SellUsdPerKwh = buy - (1 - sellShare) * Math.Abs(buy) } };
        }
    }
}
