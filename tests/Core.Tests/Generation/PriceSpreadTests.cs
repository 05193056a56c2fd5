using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Generation;

public sealed class PriceSpreadTests
{
    private static readonly GenerationDays Hard = GenerationReader.Read(Repository.Scenario("aigc-hard"));

    [Fact]
    public void Prices_keep_their_mean_over_all_days_and_go_as_far_from_it_as_asked()
    {
        var (plain, wide, none) = (Prices(1), Prices(3), Prices(0));
        Assert.Equal(plain.Average(), wide.Average(), 9);
        Assert.All(none, p => Assert.Equal(plain.Average(), p, 9));
        Assert.All(plain.Zip(wide), p => Assert.Equal(3 * (p.First - plain.Average()), p.Second - plain.Average(), 9));
    }

    [Fact]
    public void What_selling_brings_stays_below_the_price_also_below_zero()
    {
        var tariffs = (Hard with { PriceSpread = 5 }).At(3).Signals.SelectMany(s => s.Day).Select(c => c.Tariff).ToList();
        Assert.Contains(tariffs, t => t.BuyUsdPerKwh < 0);
        Assert.All(tariffs, t => Assert.True(t.SellUsdPerKwh <= t.BuyUsdPerKwh));
    }

    private static double[] Prices(double spread)
    {
        var days = Hard with { PriceSpread = spread };
        return [.. Enumerable.Range(0, days.Days).SelectMany(d => days.At(d).Signals[0].Day).Select(c => c.Tariff.BuyUsdPerKwh)];
    }
}
