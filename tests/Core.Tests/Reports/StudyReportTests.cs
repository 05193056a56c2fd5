using System.Globalization;
using System.Text.RegularExpressions;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Core.Tests.Reports;

public sealed partial class StudyReportTests
{
    private const string Hostile = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&`**";

    [Fact]
    public void Sections_stand_in_order()
    {
        var headings = Heading().Matches(StudyReport.Html(ReportStudies.Small, ReportStudies.Options)).Select(m => m.Groups["h"].Value);
        Assert.Equal(
            [
                "Findings", "Energy against service time", "The policies compared", "Power over time", "Waiting jobs", "How long jobs take", "Where jobs run",
                "GPUs and clocks", "The data centres", "What capacity and speed are worth", "Reading this report",
            ],
            headings);
    }

    [Fact]
    public void A_shadow_has_a_section_with_a_row_a_policy()
    {
        var plan = new StudyPlan(TestFleets.Small(), [new("dp"), new("fluid")], [1], 2, Frontier: false) { Shadow = new("least-loaded") };
        var section = Section(StudyReport.Html(Study.Run(plan), ReportStudies.Options), "least-loaded as a shadow");
        Assert.All((string[])["</svg>dp", "</svg>fluid", "elsewhere", "completion"], text => Assert.Contains(text, section, StringComparison.Ordinal));
        Assert.DoesNotContain("as a shadow", StudyReport.Html(ReportStudies.Small, ReportStudies.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_policy_has_a_row_and_a_place_in_every_figure_of_all()
    {
        var html = StudyReport.Html(ReportStudies.Small, ReportStudies.Options);
        foreach (var policy in ReportStudies.Some)
        {
            Assert.Contains($"</svg>{policy}", Section(html, "The policies compared"), StringComparison.Ordinal);
            foreach (var section in (string[])["Energy against service time", "Power over time", "How long jobs take", "Where jobs run", "GPUs and clocks", "The data centres"])
                Assert.Contains(policy, Section(html, section), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Figures_of_the_table_are_those_of_the_study()
    {
        var table = Section(StudyReport.Html(ReportStudies.Small, ReportStudies.Options), "The policies compared");
        Metric[] shown = [Metrics.JoulesPerUnit, Metrics.AboveFrontier, Metrics.ServiceMean, Metrics.WaitMean, Metrics.Completed, Metrics.MeanPower, Metrics.ServiceP99];
        foreach (var policy in ReportStudies.Small.Policies)
        {
            foreach (var metric in shown)
            {
                var estimate = policy.Estimate(metric);
                Assert.Contains($"data-v=\"{estimate.Mean.ToString("R", CultureInfo.InvariantCulture)}\"", table, StringComparison.Ordinal);
                if (estimate.HalfWidth > 0)
                    Assert.Contains(NumberFormat.PlusMinus(estimate.Mean, estimate.HalfWidth), Plain(table), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Best_policy_is_the_one_with_least_energy_that_keeps_up()
    {
        var study = ReportStudies.Small;
        var html = StudyReport.Html(study, ReportStudies.Options);
        var energies = study.Policies.ToDictionary(p => p.Policy.Label, p => p.Estimate(Metrics.JoulesPerUnit).Mean);
        var steady = energies.Where(e => !html.Contains($"</svg>{e.Key} ↗", StringComparison.Ordinal)).MinBy(e => e.Value);
        Assert.Contains($"<span class=\"v\">{NumberFormat.Fixed(steady.Value, 3)}</span>", html, StringComparison.Ordinal);
        Assert.Contains($"among the policies with a steady queue: <code>{steady.Key}</code>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_that_nobody_keeps_leaves_no_best_policy()
    {
        var html = StudyReport.Html(ReportStudies.Small, ReportStudies.Options with { ServiceBudgetS = 1 });
        Assert.Contains("<strong>No policy</strong> with a steady queue keeps a mean service time of 1.00\u00a0s.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Least energy", Section(html, "Findings"), StringComparison.Ordinal);
    }

    [Fact]
    public void Growing_queue_is_marked_and_never_best()
    {
        var html = StudyReport.Html(ReportStudies.Overloaded, ReportStudies.Options);
        var table = Section(html, "The policies compared");
        Assert.Contains("</svg>jointnf ↗", table, StringComparison.Ordinal);
        Assert.DoesNotContain("</svg>fluid ↗", table, StringComparison.Ordinal);
        Assert.Contains("stroke-dasharray=\"2.2 1.8\"", Section(html, "Energy against service time"), StringComparison.Ordinal);
        var row = table[table.IndexOf("jointnf ↗", StringComparison.Ordinal)..];
        Assert.DoesNotContain("class=\"best\"", row[..row.IndexOf("</tr>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("↗", Section(StudyReport.Html(ReportStudies.Single, ReportStudies.Options), "Key results"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_policy_and_one_seed_read_well()
    {
        var html = StudyReport.Html(ReportStudies.Single, ReportStudies.Options);
        Assert.Contains("This is a single run", html, StringComparison.Ordinal);
        Assert.DoesNotContain("±", Section(html, "Key results"), StringComparison.Ordinal);
        Assert.DoesNotContain("no data", html, StringComparison.Ordinal);
        Assert.DoesNotContain("other policies", html, StringComparison.Ordinal);
        Assert.DoesNotContain("The policies compared", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_ever_not_a_number()
    {
        StudyResult[] studies =
        [
            ReportStudies.Small, ReportStudies.Single, ReportStudies.Overloaded, ReportStudies.Run(TestFleets.Small(horizonS: 600), ReportStudies.Some, [1]),
            ReportStudies.Run(TestFleets.Small(ratePerS: 1e-9), ["fluid", "dp"], [1, 2]), ReportStudies.Run(TestFleets.Small(), ["fluid"], [1], frontier: false),
        ];
        foreach (var study in studies)
        {
            Assert.DoesNotContain("NaN", StudyReport.Html(study, ReportStudies.Options), StringComparison.Ordinal);
            Assert.DoesNotContain("∞", StudyReport.Html(study, ReportStudies.Options), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Study_without_a_job_says_so()
    {
        var html = StudyReport.Html(ReportStudies.Run(TestFleets.Small(ratePerS: 1e-9), ["fluid", "dp"], [1, 2]), ReportStudies.Options);
        foreach (var sentence in (string[])["No work was done", "No job ever waited.", "No job was completed.", "No job was started."])
            Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.DoesNotContain("no data", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Study_without_the_frontier_leaves_out_what_needs_it()
    {
        var html = StudyReport.Html(ReportStudies.Run(TestFleets.Small(), ReportStudies.Some, [1], frontier: false), ReportStudies.Options);
        Assert.DoesNotContain("What capacity and speed are worth", html, StringComparison.Ordinal);
        Assert.DoesNotContain("above frontier", Section(html, "The policies compared"), StringComparison.Ordinal);
        Assert.Contains("were not compared with the energy-service frontier", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Partial_study_says_so_at_the_top_and_ranks_nothing()
    {
        var study = ReportStudies.Cancelled();
        Assert.True(study.Partial);
        var html = StudyReport.Html(study, ReportStudies.Options);
        Assert.InRange(html.IndexOf("Partial results.", StringComparison.Ordinal), 0, html.IndexOf("<dl class=\"cards\">", StringComparison.Ordinal));
        Assert.DoesNotContain("<strong class=\"best\">", Section(html, "The policies compared"), StringComparison.Ordinal);
        Assert.Contains("of 2 seeds", Section(html, "The policies compared"), StringComparison.Ordinal);
        Assert.DoesNotContain("Partial results.", StudyReport.Html(ReportStudies.Small, ReportStudies.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_is_the_same_byte_for_byte_when_the_study_is_run_again()
    {
        var again = ReportStudies.Run(TestFleets.Small(), ReportStudies.Some, [1, 2, 3], parallelism: 1);
        Assert.Equal(StudyReport.Html(ReportStudies.Small, ReportStudies.Options), StudyReport.Html(again, ReportStudies.Options));
        Assert.Equal(StudyReport.Tables(ReportStudies.Small), StudyReport.Tables(again));
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        var small = ReportStudies.Single;
        var fleet = TestFleets.Model(
            [.. small.Scenario.Fleet.Sites.Select((s, i) => s with { Name = i + Hostile })]);
        var study = small with
        {
            Scenario = small.Scenario with { Name = Hostile, Title = Hostile, Description = Hostile, Fleet = fleet },
            Policies = [small.Policies[0] with { Policy = new PolicySpec(Hostile) }],
        };
        var html = StudyReport.Html(study, ReportStudies.Options with { CommandLine = Hostile, ScenarioFile = "/home/x/" + "a&b.yaml", ProductVersion = Hostile });
        Assert.Single(Script().Matches(html));
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/home/x", html, StringComparison.Ordinal);
        Assert.Contains("<dd>a&amp;b.yaml</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_are_marked_in_time_charts_and_listed()
    {
        ScenarioEvent[] events = [new(5000, ScenarioEventKind.LoseSite, 0), new(9000, ScenarioEventKind.RecoverSite, 0), new(12_000, ScenarioEventKind.SetLoad, Factor: 1.5)];
        var html = StudyReport.Html(ReportStudies.Run(TestFleets.Small() with { Events = events }, ["fluid"], [1]), ReportStudies.Options);
        Assert.Contains(">large lost</text>", Section(html, "Power over time"), StringComparison.Ordinal);
        Assert.Contains("class=\"evband\"", Section(html, "Power over time"), StringComparison.Ordinal);
        Assert.Contains(">load × 1.5</text>", Section(html, "Power over time"), StringComparison.Ordinal);
        Assert.Contains("<td>large back</td>", Section(html, "Reading this report"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_sites_are_shown_as_the_largest_and_the_rest()
    {
        var sites = Enumerable.Range(0, 40).Select(i => TestFleets.Site($"site-{i}", i + 1)).ToArray();
        var scenario = TestFleets.Small(5000) with { Fleet = TestFleets.Model(sites) };
        var html = Section(StudyReport.Html(ReportStudies.Run(scenario, ["fluid"], [1], frontier: false), ReportStudies.Options), "The data centres");
        Assert.Contains("25 others", html, StringComparison.Ordinal);
        Assert.Contains(">site-39<", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">site-3<", html[..html.IndexOf("The fleet", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Study_without_a_run_is_refused() =>
        Assert.Throws<ArgumentException>(() => StudyReport.Html(ReportStudies.Single with { Policies = [] }, ReportStudies.Options));

    /// <summary>The part of the page under a heading.</summary>
    internal static string Section(string html, string heading)
    {
        var from = html.IndexOf($"<h2>{heading}</h2>", StringComparison.Ordinal);
        Assert.True(from >= 0, $"no section '{heading}'");
        return html[from..html.IndexOf("</section>", from, StringComparison.Ordinal)];
    }

    private static string Plain(string html) => Tag().Replace(html, "");

    [GeneratedRegex("<section[^>]*><h2>(?<h>[^<]*)</h2>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<script", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();
}
