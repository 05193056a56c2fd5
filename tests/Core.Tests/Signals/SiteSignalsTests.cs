using ControlPlane.Simulation.Signals;
using static ControlPlane.Core.Tests.Signals.TestSignals;

namespace ControlPlane.Core.Tests.Signals;

/// <summary>The signals of a site become its conditions.</summary>
public sealed class SiteSignalsTests
{
    private static readonly SignalSeries Price = Hourly(SignalQuantity.PriceUsdPerKwh, 0.02, -0.01);

    [Fact]
    public void A_slot_offers_the_means_over_it()
    {
        var signals = new SiteSignals { Price = Price, Carbon = Hourly(SignalQuantity.CarbonKgPerKwh, 0.3, 0.5) };
        var conditions = signals.At(Start.AddMinutes(30), TimeSpan.FromHours(1));
        Assert.Equal(0.005, conditions.Tariff.BuyUsdPerKwh, 12);
        Assert.Equal(0.4, conditions.Tariff.CarbonKgPerKwh, 12);
    }

    [Fact]
    public void Selling_never_pays_more_than_buying_costs()
    {
        var signals = new SiteSignals { Price = Price };
        Assert.Equal(0.016, signals.At(Start, TimeSpan.FromHours(1)).Tariff.SellUsdPerKwh, 12);
        Assert.Equal(-0.012, signals.At(Start.AddHours(1), TimeSpan.FromHours(1)).Tariff.SellUsdPerKwh, 12);
    }

    [Fact]
    public void What_is_absent_is_a_stated_constant()
    {
        var signals = new SiteSignals { Price = Price, WhenAbsent = new(CarbonKgPerKwh: 0.25) };
        Assert.Equal(0.25, signals.At(Start, TimeSpan.FromHours(1)).Tariff.CarbonKgPerKwh);
        Assert.Equal(4, signals.Assumptions.Count);
        Assert.Equal("no carbon signal: 0.25 kg/kWh throughout", signals.Assumptions[0]);
    }

    [Fact]
    public void A_signal_of_another_quantity_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SiteSignals { Price = Hourly(SignalQuantity.TemperatureC, 20) });

    [Fact]
    public void A_share_above_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SiteSignals { Price = Price, SellShare = 1.01 });
}
