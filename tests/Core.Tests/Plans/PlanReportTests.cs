using System.Xml.Linq;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans;
using ControlPlane.Simulation.Plans.Studies;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Plans;

namespace ControlPlane.Core.Tests.Plans;

public sealed class PlanReportTests
{
    private static readonly ReportOptions Options = new() { ProductVersion = "0", CommandLine = "controlplane plan" };

    [Fact]
    public void A_plans_report_shows_work_energy_and_prices_and_is_the_same_every_time()
    {
        var result = SmallInstances.Plan(SmallInstances.Generated);
        var html = PlanReport.Html(SmallInstances.Generated, result, Options);
        Assert.All(
            ["Jobs by site", "GPUs of site-2", "Inference by class and site", "State of charge", "Power of site-1", "Tariff", "Carbon of the grid", "Worth of energy", "Worth of a GPU", "No solver of whole numbers"],
            title => Assert.Contains(title, html, StringComparison.Ordinal));
        Assert.Equal(html, PlanReport.Html(SmallInstances.Generated, result, Options));
    }

    [Fact]
    public void A_name_cannot_break_out_of_the_page()
    {
        var instance = SmallInstances.Generated with { Jobs = [.. SmallInstances.Generated.Jobs.Select((job, j) => job with { Name = $"<script>{j}" })] };
        Assert.DoesNotContain("<script>0", PlanReport.Html(instance, SmallInstances.Plan(instance), Options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_no_plan_is_refused() =>
        Assert.Throws<ArgumentException>(() => PlanReport.Html(SmallInstances.Generated, new JointResult { Variant = PlanVariant.Joint, Solver = "none" }, Options));

    [Fact]
    public async Task A_comparison_has_bars_and_curves_with_jobs_beside_emissions()
    {
        var study = await PlanStudy.RunAsync(new JointPlanner(solver: null), [SmallInstances.Generated], [.. VariantNames.All.Select(v => v.Variant)], [1, 0.5], progress: null, CancellationToken.None);
        var html = PlanStudyReport.Html(study, Options);
        Assert.All(["What leaving out costs", "Emissions", "Jobs that run", "Jobs under a budget", "Inference not served", "no-routing"], title => Assert.Contains(title, html, StringComparison.Ordinal));
        Assert.Equal(6, study.Runs.Count);
        Assert.Equal(0, study.BelowJointUsd(study.Runs[0]));
        Assert.Equal(1, study.ShareOfJoint(study.Runs[0]));
    }

    [Fact]
    public async Task A_cancelled_comparison_keeps_what_was_planned()
    {
        using var source = new CancellationTokenSource();
        var study = await PlanStudy.RunAsync(
            new JointPlanner(solver: null), [SmallInstances.Generated], [.. VariantNames.All.Select(v => v.Variant)], [1], (name, _) =>
            {
                if (name.EndsWith("no-battery", StringComparison.Ordinal))
                    source.Cancel();
            },
            source.Token);
        Assert.InRange(study.Runs.Count, 1, 2);
        Assert.Empty(study.Sweep);
        Assert.Equal(PlanVariant.Joint, study.Runs[0].Result.Variant);
    }

    [Fact]
    public void Bars_that_overlap_in_time_lie_in_lanes_of_their_own()
    {
        var row = new GanttRow("site", 0, [new("a", 0, 4), new("b", 2, 6), new("c", 4, 8), new("d", 5, 6)]);
        Assert.Equal([("a", 0), ("b", 1), ("c", 0), ("d", 2)], row.Lanes().Select(x => (x.Bar.Name, x.Lane)));
    }

    [Fact]
    public void A_gantt_chart_is_well_formed_and_says_every_bar()
    {
        var chart = new GanttChart(new("Jobs", "Jobs.", new Axis("time", "", AxisKind.Time) { Low = 0, High = 36_000 }, [new("north", 0, [new("a & b", 0, 7200, "8 GPUs")]), new("south", 1, [])]));
        var svg = chart.ToStandaloneSvg();
        Assert.NotNull(XDocument.Parse(svg).Root);
        Assert.Contains("a &amp; b, 8 GPUs: 0\u00a0s to 2\u00a0h", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(double.NaN, 5)]
    public void A_bar_that_is_no_span_of_time_is_refused(double from, double to) =>
        Assert.Throws<ArgumentException>(() => new GanttChart(new("t", "", new Axis("time") { Low = 0, High = 9 }, [new("r", 0, [new("b", from, to)])])));
}
