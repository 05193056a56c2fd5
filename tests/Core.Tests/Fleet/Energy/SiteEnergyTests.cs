using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Energy;

public sealed class SiteEnergyTests
{
    private static readonly Tariff Cheap = new(0.03, 0.024, 0.4);

    [Fact]
    public void What_is_needed_beyond_sun_and_wind_is_bought()
    {
        var site = new SiteEnergy(new GridLimits(500, 100), fixedLossShare: 0.1);
        var slot = site.Settle(default, new SiteDemand(100, 20, 32), Cheap, 0.5);
        Assert.Equal(50, slot.ImportKwh, 12);
        Assert.Equal(50 * 0.03, slot.CostUsd, 12);
        Assert.Equal(20, slot.CarbonKg, 12);
    }

    [Fact]
    public void A_surplus_is_sold_up_to_the_limit_and_curtailed_beyond_it()
    {
        var site = new SiteEnergy(new GridLimits(500, 100), fixedLossShare: 0);
        var slot = site.Settle(default, new SiteDemand(100, 0, 350), Cheap, 1);
        Assert.Equal((100, 150, 0), (slot.ExportKwh, slot.CurtailedKwh, slot.ImportKwh));
        Assert.Equal(-2.4, slot.CostUsd, 12);
    }

    [Fact]
    public void Nothing_is_sold_at_a_price_that_has_to_be_paid()
    {
        var site = new SiteEnergy(new GridLimits(500, 100), new Battery(new BatterySpec(200, 100, 100), 0.5), fixedLossShare: 0);
        var slot = site.Settle(new SiteSetPoint(-100), new SiteDemand(50, 0, 80), new Tariff(-0.01, -0.02, 0), 1);
        Assert.Equal((0, 30, 0), (slot.ExportKwh, slot.CurtailedKwh, slot.DischargeKwh));
    }

    [Fact]
    public void A_battery_gives_no_more_than_somebody_uses_or_buys_and_takes_no_more_than_the_connection_brings()
    {
        var site = new SiteEnergy(new GridLimits(120, 10), new Battery(new BatterySpec(1000, 500, 500), 0.5), fixedLossShare: 0);
        Assert.Equal(110, site.Settle(new SiteSetPoint(-500), new SiteDemand(100, 0, 0), Cheap, 1).DischargeKwh, 12);
        var slot = site.Settle(new SiteSetPoint(500), new SiteDemand(100, 0, 0), Cheap, 1);
        Assert.Equal((20, 120, 0), (slot.ChargeKwh, slot.ImportKwh, slot.UnservedKwh));
    }

    [Fact]
    public void What_the_connection_does_not_bring_is_told_as_unserved()
    {
        var site = new SiteEnergy(new GridLimits(60, 10), fixedLossShare: 0);
        Assert.Equal(40, site.Settle(default, new SiteDemand(100, 0, 0), Cheap, 1).UnservedKwh, 12);
    }

    [Fact]
    public void A_generator_keeps_its_range_and_its_ramp_and_is_paid_for()
    {
        var generator = new Generator(new GeneratorSpec(20, 100) { RampKwPerH = 60, RunningUsdPerH = 1, FuelUsdPerKwh = 0.2, FuelUsdPerKw2H = 0.001, CarbonKgPerKwh = 0.7 });
        var site = new SiteEnergy(new GridLimits(500, 0), generator: generator, fixedLossShare: 0);
        var demand = new SiteDemand(300, 0, 0);
        Assert.Equal(50, site.Settle(new SiteSetPoint(0, 90), demand, Cheap, 0.5).GeneratorKwh * 2, 12);
        var slot = site.Settle(new SiteSetPoint(0, 90), demand, Cheap, 0.5);
        Assert.Equal(80, slot.GeneratorKwh * 2, 12);
        Assert.Equal((1 + 0.2 * 80 + 0.001 * 6400) / 2, slot.FuelUsd, 12);
        Assert.Equal(0, site.Settle(new SiteSetPoint(0, 5), demand, Cheap, 0.5).GeneratorKwh);
    }

    /// <summary>R5: the account closes, the state of charge stays inside its limits, and no slot both charges and discharges, or buys and sells.</summary>
    [Fact]
    public void Every_account_closes_over_random_dispatches()
    {
        var dispatches = TestScale.Pick(200_000, 1_000_000);
        var random = new RandomStream(5, "dispatches");
        var site = Site(random);
        for (var i = 0; i < dispatches; i++)
        {
            if (i % 500 == 0)
                site = Site(random);
            var before = site.Battery!.StoredKwh;
            var buyUsd = random.NextUniform() * 0.3 - 0.05;
            var hours = random.NextUniform() < 0.5 ? 1.0 / 12 : 0.01 + 2 * random.NextUniform();
            var slot = site.Settle(
                new SiteSetPoint((random.NextUniform() - 0.5) * 3_000, random.NextUniform() * 400),
                new SiteDemand(random.NextUniform() * 1_000, random.NextUniform() * 300, random.NextUniform() < 0.2 ? 0 : random.NextUniform() * 1_500),
                new Tariff(buyUsd, buyUsd - 0.2 * Math.Abs(buyUsd), random.NextUniform()),
                hours);
            Assert.True(slot.Residual <= 1e-9, $"dispatch {i}: {slot}");
            Assert.True(slot.ChargeKwh == 0 || slot.DischargeKwh == 0, $"dispatch {i}: {slot}");
            Assert.True(slot.ImportKwh == 0 || slot.ExportKwh == 0, $"dispatch {i}: {slot}");
            Assert.True(slot.UnservedKwh == 0 || slot.ChargeKwh == 0, $"dispatch {i}: {slot}");
            Assert.True(IsWithin(site.Grid, slot, hours), $"dispatch {i}: {slot}");
            var spec = site.Battery.Spec;
            var floorKwh = Math.Min(spec.MinKwh, before) * Math.Exp(-spec.SelfDischargePerH * hours);
            Assert.InRange(site.Battery.StoredKwh, floorKwh * (1 - 1e-12), spec.MaxKwh);
        }

        Assert.True(site.Total.Residual <= 1e-9);
    }

    [Theory]
    [InlineData(double.NaN, 1, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 1, double.NaN)]
    public void What_is_no_number_is_refused(double batteryKw, double loadKw, double priceUsd) => Assert.Throws<ArgumentException>(() =>
        new SiteEnergy(new GridLimits(1, 1)).Settle(new SiteSetPoint(batteryKw), new SiteDemand(loadKw, 0, 0), new Tariff(priceUsd, priceUsd, 0), 1));

    private static bool IsWithin(GridLimits grid, in EnergySlot slot, double hours) =>
        slot.ImportKwh <= grid.ImportKw * hours * (1 + 1e-12) && slot.ExportKwh <= grid.ExportKw * hours * (1 + 1e-12);

    private static SiteEnergy Site(RandomStream random)
    {
        var spec = new BatterySpec(50 + 2_000 * random.NextUniform(), 1_000 * random.NextUniform(), 1_000 * random.NextUniform())
        {
            ChargeEfficiency = 0.8 + 0.2 * random.NextUniform(),
            DischargeEfficiency = 0.8 + 0.2 * random.NextUniform(),
            SelfDischargePerH = random.NextUniform() < 0.5 ? 0 : 0.05 * random.NextUniform(),
        };
        var generator = random.NextUniform() < 0.5 ? new Generator(new GeneratorSpec(20, 300) { RampKwPerH = 100 }) : null;
        return new SiteEnergy(new GridLimits(1_500 * random.NextUniform(), 800 * random.NextUniform()), new Battery(spec, 0.1 + 0.8 * random.NextUniform()), generator);
    }
}
