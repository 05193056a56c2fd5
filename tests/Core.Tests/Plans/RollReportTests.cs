using ControlPlane.Planning.Joint.Rolling;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Reports.Plans;

namespace ControlPlane.Core.Tests.Plans;

public sealed class RollReportTests
{
    private static readonly ReportOptions Options = new() { ProductVersion = "0", CommandLine = "controlplane plan roll" };

    [Fact]
    public async Task A_page_shows_what_was_carried_out_beside_foresight_and_no_planning_and_when_it_was_planned()
    {
        var study = await RollAsync(1);
        var html = RollReport.Html(study, Options);
        Assert.All(
            [
                "perfect foresight", "no planning", "Benefit by slot", "Benefit, cumulated", "Behind perfect foresight", "Inference not served", "Time of each plan", "Gap of each plan", "All plans", "Jobs by site",
                "State of charge", "Import", "Tariff",
            ],
            words => Assert.Contains(words, html, StringComparison.Ordinal));
        Assert.Equal(html, RollReport.Html(study, Options));
        Assert.DoesNotContain("95 % interval", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_instances_have_errors_of_their_own_and_a_mean_with_its_interval()
    {
        var study = await RollAsync(3);
        Assert.Equal([7, 8, 9], study.Runs.Select(run => run.ForecastSeed));
        var benefit = study.Of(1, account => account.Money.BenefitUsd);
        Assert.Equal(study.Runs.Average(run => run.Rolled.Account.Money.BenefitUsd), benefit.Mean, 6);
        Assert.True(benefit.HalfWidth > 0);
        Assert.Equal(1, study.ShareOfForesight(0).Mean);
        Assert.Contains("95 % interval", RollReport.Html(study, Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_plan_on_the_way_is_kept_with_its_slot()
    {
        var rolled = (await RollAsync(1)).Runs[0].Rolled;
        Assert.Equal([0, 3, 6], rolled.Solves.Select(solve => solve.Slot));
        Assert.Equal([8, 5, 2], rolled.Solves.Select(solve => solve.Slots));
        Assert.Equal((3, 0), (rolled.Plans, rolled.Missed));
        Assert.Equal(rolled.PlanningTime, TimeSpan.FromTicks(rolled.Solves.Sum(solve => solve.Result.Time.Ticks)));
    }

    [Fact]
    public void A_page_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => RollReport.Html(new RollStudy([]), Options));

    private static Task<RollStudy> RollAsync(int instances)
    {
        var names = Enumerable.Range(0, instances).Select(i => SmallInstances.Generated with { Name = $"day {i}", Carbon = SmallInstances.Generated.Carbon with { UsdPerT = 50 + 20 * i } });
        return RollStudy.RunAsync(
            new JointPlanner(solver: null), [.. names], new RollingSettings { ReplanSlots = 3, Forecast = new ForecastSettings { Seed = 7 } }, progress: null, CancellationToken.None);
    }
}
