using ControlPlane.Core.Tests.Policies.Planned;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.FleetPlans;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests.FleetPlans;

/// <summary>Plans made from scenarios: the load is where energy is cheapest, and prices say what it costs.</summary>
public sealed class FleetPlannerTests
{
    [Fact]
    public async Task All_of_the_load_is_planned_and_no_site_above_what_it_has()
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(horizonS: 6 * 3600, ratePerS: 0.02));
        var planned = await Plan(scenario);
        Assert.Equal((6, 0.0), (planned.Plan.Terms.Slots, Math.Round(planned.UnservedGpuH, 6)));
        var load = OfferedLoad.Of(scenario).UnitsPerS;
        for (var t = 0; t < 6; t++)
        {
            var routes = planned.Result.Plan!.Routes;
            Assert.Equal(load, planned.UnitsPerSPerGpu * routes.Sum(r => r.Served(t)), 1e-6 * load);
            for (var s = 0; s < 3; s++)
                Assert.InRange(planned.Plan.Sites[s].MostGpus[t], planned.BusyGpus[s][t] - 1e-6, scenario.Fleet.Sites[s].GpuCount);
        }
    }

    [Fact]
    public async Task Work_goes_where_energy_is_cheap_and_a_full_cheap_site_has_a_price_for_its_gpus()
    {
        // 16 units/s; the small site has room for some 4, and energy costs a tenth there.
        var scenario = TestFleets.WithPrices(TestFleets.Small(horizonS: 2 * 3600, ratePerS: 0.02), usdPerKwh: [0.5, 0.05, 0.5]);
        var planned = await Plan(scenario, new FleetPlannerSettings { BudgetS = null });
        var (large, small) = (planned.Plan.Sites[0], planned.Plan.Sites[1]);
        Assert.Equal(4, planned.BusyGpus[1][0], 6);
        Assert.Equal([0.5, 0.05], new[] { large.EnergyUsdPerKwh[0], small.EnergyUsdPerKwh[0] }.Select(p => Math.Round(p, 9)));
        Assert.True(small.GpuUsdPerH[0] > 0);
        // Where there is room left GPUs are worth nothing.
        Assert.Contains(planned.Plan.Sites, s => s.GpuUsdPerH[0] == 0);
    }

    [Fact]
    public async Task Carbon_at_a_price_is_in_the_price_of_energy()
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(horizonS: 3600, ratePerS: 0.02));
        var (free, priced) = (await Plan(scenario), await Plan(scenario, new FleetPlannerSettings { CarbonUsdPerT = 100 }));
        // 0.5, 0.25 and 0.167 kg/kWh at 0.1 USD/kg.
        for (var s = 0; s < 3; s++)
            Assert.Equal(0.1 * 0.5 / (s + 1), priced.Plan.Sites[s].EnergyUsdPerKwh[0] - free.Plan.Sites[s].EnergyUsdPerKwh[0], 1e-9);
    }

    [Fact]
    public async Task Sites_that_jobs_may_not_use_get_none()
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(horizonS: 3600, ratePerS: 0.005));
        var only = scenario.Workloads[0] with { Constraint = new ControlPlane.Fleet.Jobs.SiteSet(3, [2]) };
        var planned = await Plan(scenario with { Workloads = [only, only] });
        Assert.Equal([0, 0], new[] { planned.BusyGpus[0][0], planned.BusyGpus[1][0] });
        Assert.True(planned.BusyGpus[2][0] > 0);
    }

    [Fact]
    public async Task A_scenario_without_prices_is_refused()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Plan(TestFleets.Small()));
        Assert.Contains("every site must have an energy section", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<ArgumentException>(() => Plan(TestFleets.WithPrices(TestFleets.Small()), new FleetPlannerSettings { Headroom = -1 }));
        Assert.Contains("headroom: -1 must lie in [0, 10]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Placing_by_plan_pays_less_for_energy_than_the_price_of_time_does()
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(horizonS: 12 * 3600, ratePerS: 0.02), usdPerKwh: [0.4, 0.1, 0.05]);
        var budget = new Dictionary<string, string> { ["budget"] = "400" };
        var planned = await Plan(scenario, new FleetPlannerSettings { BudgetS = 400 });
        var byPlan = Simulator.Run(scenario, PlanSpecs.Spec(planned.Plan, ("budget", "400")), 3);
        var byTime = Simulator.Run(scenario, new PolicySpec("time-price", budget), 3);
        Assert.True(byPlan.Account!.Value.CostUsd < 0.9 * byTime.Account!.Value.CostUsd, $"{byPlan.Account.Value.CostUsd} USD by plan, {byTime.Account.Value.CostUsd} without");
    }

    [Theory]
    [InlineData(0, 21_600, 2 / Math.PI)]
    [InlineData(0, 86_400, 0)]
    [InlineData(43_200, 64_800, -2 / Math.PI)]
    public void The_mean_rate_over_a_stretch_is_the_integral_of_the_swing(double fromS, double toS, double swing) =>
        Assert.Equal(0.02 * (1 + 0.5 * swing), new ArrivalProcess(0.02, 0.5).MeanRatePerS(fromS, toS), 1e-12);

    private static Task<PlannedFleet> Plan(Scenario scenario, FleetPlannerSettings? settings = null) => new FleetPlanner(settings: settings).PlanAsync(scenario);
}
