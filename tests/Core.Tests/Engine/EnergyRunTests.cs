using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>Money and emissions of a GPU fleet.</summary>
public sealed class EnergyRunTests
{
    private const double JoulesPerKwh = 3.6e6;

    [Fact]
    public void What_the_meters_show_is_bought_at_the_price_of_each_site()
    {
        var run = Run(TestFleets.WithPrices(TestFleets.Small(), usdPerKwh: [0.1, 0.2, 0.4]));
        var expectedUsd = run.Sites.Zip([0.1, 0.2, 0.4]).Sum(s => s.First.Energy.TotalJ / JoulesPerKwh * s.Second);
        Assert.Equal(expectedUsd, run.Account!.Value.CostUsd, expectedUsd * 1e-9);
        Assert.Equal(run.EnergyJ / JoulesPerKwh, run.Account.Value.LoadKwh, run.EnergyJ / JoulesPerKwh * 1e-9);
        Assert.All(run.Sites, s => Assert.True(s.Account!.Total.Residual < 1e-9));
    }

    [Fact]
    public void The_length_of_the_slots_does_not_matter_to_what_is_bought()
    {
        var five = Run(TestFleets.WithPrices(TestFleets.Small(), slotS: 300)).Account!.Value;
        var odd = Run(TestFleets.WithPrices(TestFleets.Small(), slotS: 1_700)).Account!.Value;
        Assert.Equal(five.CostUsd, odd.CostUsd, five.CostUsd * 1e-9);
        Assert.Equal(five.CarbonKg, odd.CarbonKg, five.CarbonKg * 1e-9);
    }

    [Fact]
    public void Cooling_and_losses_are_paid_too()
    {
        var plain = Run(TestFleets.WithPrices(TestFleets.Small())).Account!.Value;
        var warm = Run(TestFleets.WithPrices(TestFleets.Small(), shape: (_, s) => s with { Cooling = new CoolingModel(BaseCop: 4, SlopePerC: 0), FixedLossShare = 0.04 })).Account!.Value;
        Assert.Equal(plain.CostUsd * 1.25 * 1.04, warm.CostUsd, plain.CostUsd * 1e-9);
    }

    [Fact]
    public void Jobs_go_to_the_cheapest_and_to_the_cleanest_site_as_the_rule_says()
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(), usdPerKwh: [0.5, 0.01, 0.3]);
        var cheap = Run(scenario, "lowest-price");
        var blind = Run(scenario, "least-energy");
        var clean = Run(scenario, "lowest-carbon");
        Assert.True(PerUnit(cheap, a => a.CostUsd) < PerUnit(blind, a => a.CostUsd));
        Assert.True(PerUnit(clean, a => a.CarbonKg) < PerUnit(blind, a => a.CarbonKg));
        Assert.Equal(clean.EventLogHash, Run(scenario, "carbon-cost", ("carbon-price", "100000")).EventLogHash);
        Assert.Equal(cheap.EventLogHash, Run(scenario, "carbon-cost", ("carbon-price", "0")).EventLogHash);
    }

    [Fact]
    public void Eco_route_drowns_the_site_that_is_cheapest()
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(), usdPerKwh: [0.5, 0.5, 0.01]);
        var (eco, blind) = (Run(scenario, "eco-route"), Run(scenario));
        Assert.Equal(eco.Jobs.Submitted, eco.Jobs.Completed + eco.Sites[2].QueuedAtEnd + eco.Jobs.Running + eco.Jobs.Transferring);
        Assert.True(eco.Sites[2].MeanQueue > 10 * Math.Max(1, blind.Sites[2].MeanQueue), $"{eco.Sites[2].MeanQueue} against {blind.Sites[2].MeanQueue}");
        Assert.All(eco.Sites.Take(2), s => Assert.Equal(0, s.Completed));
    }

    [Fact]
    public void A_rule_that_needs_prices_is_refused_where_there_are_none()
    {
        var error = Assert.Throws<ArgumentException>(() => Run(TestFleets.Small(), "lowest-price"));
        Assert.Contains("`energy` section", error.Message);
    }

    [Fact]
    public void A_battery_of_a_site_follows_the_prices_and_saves_money()
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(horizonS: 3 * 86_400));
        var (bare, stored) = (Daily(scenario, null), Daily(scenario, new BatterySpec(5, 2, 2) { WearUsdPerKwh = 0.001 }));
        var (without, with) = (Run(bare), Run(stored));
        Assert.True(with.Account!.Value.CostUsd < without.Account!.Value.CostUsd);
        Assert.All(with.Sites, s => Assert.True(s.Account!.Total.DischargeKwh > 0));
        Assert.All(with.Sites, s => Assert.True(s.Account!.StoredAtEndKwh >= s.Account.StoredAtStartKwh - 1e-6));
        Assert.All(with.Sites, s => Assert.Equal(3 * 288, s.Account!.Series.Soc.Count));
    }

    [Fact]
    public void A_part_of_the_fleet_does_not_pass_for_the_whole()
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small());
        var sites = scenario.Fleet.Sites.Select((s, i) => i == 0 ? s : s with { Energy = null });
        var part = scenario with
        {
            Fleet = new ControlPlane.Fleet.FleetModel([.. sites], scenario.Fleet.Ingresses, scenario.Fleet.Links),
            Energy = scenario.Energy! with { Signals = [scenario.Energy!.Signals[0], null, null] },
        };
        var run = Run(part);
        Assert.Null(run.Account);
        Assert.NotNull(run.Sites[0].Account);
    }

    [Fact]
    public void What_the_connection_does_not_bring_is_told_and_a_generator_brings_it()
    {
        var small = TestFleets.Small();
        var thin = Run(TestFleets.WithPrices(small, shape: (_, s) => s with { Grid = new GridLimits(0.3, 0) })).Account!.Value;
        Assert.True(thin.UnservedKwh > 0);
        var helped = Run(TestFleets.WithPrices(small, shape: (_, s) => s with { Grid = new GridLimits(0.3, 0), Generator = new GeneratorSpec(0, 5) { FuelUsdPerKwh = 2 } })).Account!.Value;
        Assert.Equal(0, helped.UnservedKwh, 9);
        Assert.Equal(thin.UnservedKwh, helped.GeneratorKwh, 6);
        var cheap = Run(TestFleets.WithPrices(small, shape: (_, s) => s with { Generator = new GeneratorSpec(0, 5) { FuelUsdPerKwh = 0.01 } })).Account!.Value;
        Assert.True(cheap.GeneratorKwh > 0.99 * cheap.LoadKwh);
    }

    private static Scenario Daily(Scenario scenario, BatterySpec? battery)
    {
        var sites = scenario.Fleet.Sites.Select(s => s with { Energy = s.Energy! with { Battery = battery } });
        return scenario with
        {
            Fleet = new ControlPlane.Fleet.FleetModel([.. sites], scenario.Fleet.Ingresses, scenario.Fleet.Links),
            Energy = scenario.Energy! with { Signals = [.. scenario.Energy!.Signals.Select(s => Swing(s!))] },
        };
    }

    private static Simulation.Signals.SiteSignals Swing(Simulation.Signals.SiteSignals flat)
    {
        var p = flat.Price;
        double[] values = [.. Enumerable.Range(0, p.Values.Length).Select(h => h % 24 is >= 17 and < 21 ? 0.4 : h % 24 < 6 ? 0.02 : 0.1)];
        return new() { Price = new(p.Name, p.Quantity, p.StartUtc, p.Step, values, p.Source), Carbon = flat.Carbon };
    }

    private static double PerUnit(RunResult run, Func<EnergySlot, double> of) => of(run.Account!.Value) / run.UsefulUnits;

    private static RunResult Run(Scenario scenario, string policy = "least-loaded", params (string Name, string Value)[] settings) =>
        Simulator.Run(scenario, new PolicySpec(policy, settings.ToDictionary(s => s.Name, s => s.Value)), 5, new RunOptions { Audit = true });
}
