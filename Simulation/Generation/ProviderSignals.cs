using ControlPlane.Fleet.Energy;

namespace ControlPlane.Simulation.Generation;

/// <summary>What the world offers a provider's site over a day, and offered the day before: the forecast by persistence.</summary>
/// <param name="Day">The slots of the day.</param>
/// <param name="DayBefore">The slots of the day before, as many.</param>
public sealed record ProviderSignals(IReadOnlyList<SiteConditions> Day, IReadOnlyList<SiteConditions> DayBefore)
{
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
}
