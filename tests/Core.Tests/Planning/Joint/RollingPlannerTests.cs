using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Rolling;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Core.Tests.Planning.Joint;

public sealed class RollingPlannerTests
{
    private static readonly JointPlannerOptions Quick = new() { RelativeGap = 1e-5, BillGap = 1e-4, TimeLimit = TimeSpan.FromSeconds(20), WantsBound = false };
    private static readonly RollingSettings Foresight = new() { Forecast = ForecastSettings.Perfect, KnownAheadSlots = 100 };

    [Fact]
    public async Task With_forecasts_that_come_true_planning_again_changes_nothing()
    {
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(2, 8)))
        {
            var instance = SmallPlans.Small(seed, hours: 10, isTight: seed % 2 == 0);
            var best = await SmallPlans.BenefitAsync(instance);
            var rolled = await RollingPlanner.RunAsync(instance, SmallPlans.Planner(Quick), Foresight);
            Assert.Empty(rolled.Account.Violations);
            Assert.Equal((10, 0), (rolled.Plans, rolled.Missed));
            Assert.Equal(rolled.Account.Money.BenefitUsd, rolled.Account.BenefitUsd.Sum(), 1e-6);
            Assert.InRange(rolled.Account.Money.BenefitUsd / best, 0.999, 1.000001);
        }
    }

    [Theory]
    [InlineData(RollingRouting.Program, 1)]
    [InlineData(RollingRouting.Program, 4)]
    [InlineData(RollingRouting.Held, 4)]
    [InlineData(RollingRouting.Bregman, 4)]
    public async Task With_errors_every_rule_is_kept_and_nothing_earns_more_than_foresight(RollingRouting routing, int replanSlots)
    {
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(2, 8)))
        {
            var instance = SmallPlans.Small(seed, hours: 12, sites: 3, jobs: 5, isTight: true);
            var settings = new RollingSettings { ReplanSlots = replanSlots, Routing = routing, Forecast = new ForecastSettings { RenewableError = 0.3, DemandError = 0.1, PriceError = 0.2, Seed = seed } };
            var rolled = await RollingPlanner.RunAsync(instance, SmallPlans.Planner(Quick), settings);
            Assert.Empty(rolled.Account.Violations);
            Assert.Equal((12 + replanSlots - 1) / replanSlots, rolled.Plans);
            var foresight = await SmallPlans.Planner(Quick).PlanAsync(instance);
            Assert.True(rolled.Account.Money.BenefitUsd <= foresight.BoundUsd + 1e-6 * Math.Abs(foresight.BoundUsd));
        }
    }

    [Fact]
    public async Task The_same_seed_rolls_the_same_way_and_no_solver_is_needed()
    {
        var instance = SmallPlans.Small(6, hours: 8);
        async Task<PlanMoney> RunAsync() => (await RollingPlanner.RunAsync(instance, new JointPlanner(null, Quick))).Account.Money;
        Assert.Equal(await RunAsync(), await RunAsync());
    }

    [Fact]
    public async Task A_carbon_budget_holds_over_all_plans_together()
    {
        var free = SmallPlans.Small(3, hours: 12) with { Carbon = new CarbonTerms() };
        var emitted = (await SmallPlans.Planner(Quick).PlanAsync(free)).Account!.EmissionsT;
        var bound = free with { Carbon = new CarbonTerms { BudgetT = 0.95 * emitted } };
        var rolled = await RollingPlanner.RunAsync(bound, SmallPlans.Planner(Quick), Foresight);
        Assert.Empty(rolled.Account.Violations);
        Assert.True(rolled.Account.OverBudgetT <= 0.01 * emitted, $"{rolled.Account.OverBudgetT} t above the budget");
    }
}
