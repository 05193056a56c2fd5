using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Policies.Planned;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.FleetPlans;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Core.Tests.Policies.Planned;

/// <summary>Batteries do what a fleet plan wants, as far as they can, and what they did before where there is none.</summary>
public sealed class PlannedBatteryTests
{
    private static readonly BatterySpec Battery = new(10, 4, 4);

    [Theory]
    [InlineData(3, 3)]
    [InlineData(9, 4)]
    [InlineData(-2, -2)]
    [InlineData(-9, -3.8)]
    public void A_set_point_is_followed_as_far_as_the_battery_can(double plannedKw, double powerKw)
    {
        // Half full: 4 kWh are in the cells above what must stay, 95 % of which come out within an hour; 4 kW is its power.
        var view = View();
        view.PlannedKw = plannedKw;
        Assert.Equal(powerKw, new PlannedDispatch().Dispatch(view).BatteryKw, 9);
    }

    [Fact]
    public void Without_a_plan_it_decides_as_threshold_does()
    {
        foreach (var priceUsd in (double[])[0.05, 0.2, 0.5])
        {
            var view = View(priceUsd);
            Assert.Equal(new ThresholdArbitrage().Dispatch(view), new PlannedDispatch().Dispatch(view));
        }

        Assert.NotEqual(default, new PlannedDispatch().Dispatch(View(0.5)));
    }

    [Fact]
    public void In_a_run_batteries_follow_the_plan_from_its_hour_on_and_threshold_where_it_has_ended()
    {
        var plan = PlanSpecs.Of(Scenario().Fleet, [[24, 24], [4, 4], [12, 12]], repeats: false, batteryKw: [[2, -0.5], [0, 0], [0, 0]]);
        var series = Run(Scenario(), PlanSpecs.Spec(plan)).Sites[0].Account!.Series;
        Assert.All(series.BatteryKw.Take(12), kw => Assert.Equal(2, kw, 1e-4));
        Assert.All(series.BatteryKw.Skip(12).Take(12), kw => Assert.Equal(-0.5, kw, 1e-4));
        var later = Run(Scenario(), PlanSpecs.Spec(plan, ("hour", "1"))).Sites[0].Account!.Series;
        Assert.All(later.BatteryKw.Take(12), kw => Assert.Equal(-0.5, kw, 1e-4));
        Assert.NotEqual(-0.5, later.BatteryKw[12], 1e-4);
    }

    [Fact]
    public void Under_a_policy_without_a_plan_a_run_is_the_same_as_with_threshold()
    {
        foreach (var spec in (PolicySpec[])[new("least-loaded"), PlanSpecs.Spec(FleetPlan.Open)])
        {
            Assert.Equal(Run(Scenario("threshold"), spec).EventLogHash, Run(Scenario(), spec).EventLogHash);
            Assert.NotEqual(Run(Scenario("none"), spec).EventLogHash, Run(Scenario(), spec).EventLogHash);
        }
    }

    [Fact]
    public async Task A_plan_holds_the_set_points_of_the_joint_plan_and_a_run_stores_what_they_store()
    {
        var scenario = Scenario();
        var planned = await new FleetPlanner().PlanAsync(scenario);
        var joint = planned.Result.Plan!.Sites[0];
        Assert.Equal(joint.ChargeMw.Zip(joint.DischargeMw, (takes, gives) => 1000 * (takes - gives)), planned.Plan.Sites[0].BatteryKw);
        Assert.Contains(planned.Plan.Sites[0].BatteryKw, kw => kw < -0.1);
        var energy = Run(scenario, PlanSpecs.Spec(planned.Plan)).Sites[0].Account!;
        Assert.Equal(1000 * planned.Result.Account!.Sites[0].StoredMwh[^1], energy.StoredAtEndKwh, 0.2);
    }

    private static DispatchView View(double priceUsd = 0.2) => new()
    {
        Battery = new Battery(Battery, 0.5),
        Grid = new GridLimits(100, 0),
        Now = new StorageSlot(50, new Tariff(priceUsd, 0, 0), 1),
        Forecast = [.. Enumerable.Range(1, 23).Select(h => new StorageSlot(50, new Tariff(0.01 * h, 0, 0), 1))],
    };

    // Six hours; the large site has a battery, and buys for 0.1 USD/kWh, from the second hour on for five times that.
    private static Scenario Scenario(string dispatch = "planned")
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(horizonS: 6 * 3600, ratePerS: 0.02), shape: (site, spec) => site == 0 ? spec with { Battery = Battery } : spec);
        var signals = scenario.Energy!.Signals[0]!;
        var price = signals.Price;
        var rising = new SignalSeries(price.Name, price.Quantity, price.StartUtc, price.Step, [.. price.Values.ToArray().Select((usd, hour) => hour == 0 ? usd : 5 * usd)], price.Source);
        return scenario with { Energy = scenario.Energy with { Dispatch = dispatch, Signals = [new SiteSignals { Price = rising, Carbon = signals.Carbon }, .. scenario.Energy.Signals.Skip(1)] } };
    }

    private static RunResult Run(Scenario scenario, PolicySpec spec) => Simulator.Run(scenario, spec, 3);
}
