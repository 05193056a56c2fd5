using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>Every mistake is one message with file, line, field and what is allowed.</summary>
public sealed class ScenarioErrorTests
{
    [Fact]
    public void Small_scenario_is_right() => Assert.Equal(2, Yaml.Parse(Yaml.Small).Fleet.SiteCount);

    [Theory]
    [InlineData("horizon: 1 d", "horizont: 1 d", "test.yaml:1:", "horizont", "did you mean 'horizon'")]
    [InlineData("horizon: 1 d", "horizon: -1 d", "test.yaml:1:10: horizon:", "[1 s, 3660 d]", "-1 d")]
    [InlineData("horizon: 1 d", "horizon: 7 W", "test.yaml:1:10: horizon:", "ms, s, min, h", "7 W")]
    [InlineData("horizon: 1 d", "horizon: .nan", "test.yaml:1:10: horizon:", "[1 s, 3660 d]", "nan")]
    [InlineData("count: 16", "count: -16", "test.yaml:7:12: sites[0].count:", "[1, ", "-16")]
    [InlineData("count: 16", "count: 1.5", "test.yaml:7:12: sites[0].count:", "whole number", "1.5")]
    [InlineData("count: 16", "count: lots", "test.yaml:7:12: sites[0].count:", "whole number", "lots")]
    [InlineData("clocks: [0.5, 0.75, 1.0]", "clocks: [0.5, 0.75, 1.5]", "test.yaml:8:", "sites[0].clocks[2]", "(0, 1]")]
    [InlineData("clocks: [0.5, 0.75, 1.0]", "clocks: [0.75, 0.5, 1.0]", "test.yaml:8:", "sites[0].clocks", "ascend")]
    [InlineData("count: 16", "count: 16\n    default-clock: 0.6", "test.yaml:8:", "sites[0].default-clock", "0.5, 0.75, 1")]
    [InlineData("idle: 15 W", "idle: NaN", "test.yaml:3:", "gpus.L4.idle", "NaN")]
    [InlineData("idle: 15 W", "idle: .inf", "test.yaml:3:", "gpus.L4.idle", "inf")]
    [InlineData("gpu: L4", "gpu: L5", "test.yaml:6:", "sites[0].gpu", "L4")]
    [InlineData("rate: 0.01 /s", "rate: 0 /s", "test.yaml:19:", "ingresses[0].arrivals.rate", "(0")]
    [InlineData("process: poisson", "process: gauss", "test.yaml:19:", "ingresses[0].arrivals.process", "poisson")]
    [InlineData("mean: 10 k units", "average: 10 k units", "test.yaml:20:", "ingresses[0].sizes.mean", "missing")]
    [InlineData("default-latency: 10 ms", "default-latency: 10 GB", "test.yaml:22:", "wan.default-latency", "ms")]
    [InlineData("name: south", "name: north", "test.yaml:11:", "sites[1].name", "north")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nhorizon: 2 d", "test.yaml:2:1", "horizon", "already")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nevents: [{ at: 3 d, lose-site: north }]", "test.yaml:2:", "events[0].at", "must be in")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nevents: [{ at: 3 h, lose-site: nort }]", "test.yaml:2:", "events[0].lose-site", "north")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nevents: [{ at: 3 h, fail-gpus: north, count: 99 }]", "test.yaml:2:", "events[0].count", "16")]
    [InlineData("horizon: 1 d", "horizon: 1 d\npolicies: [least-loadet]", "test.yaml:2:", "policies[0]", "least-loaded")]
    [InlineData("horizon: 1 d", "horizon: 1 d\npolicies: [{ name: least-loaded, gpus: 0 }]", "test.yaml:2:", "policies[0].gpus", "[1, 1024]")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nrandom: maybe", "test.yaml:2:", "random", "independent")]
    [InlineData("horizon: 1 d", "horizon: &a 1 d", "test.yaml:1:", "anchor", "")]
    [InlineData("horizon: 1 d", "horizon: !!str 1 d", "test.yaml:1:", "tag", "")]
    [InlineData("horizon: 1 d", "%YAML 1.1\n---\nhorizon: 1 d", "test.yaml:", "directives", "")]
    [InlineData("default-latency: 10 ms", "default-latency: 10 ms\n---\nx: 1", "test.yaml:23:", "second document", "")]
    [InlineData("horizon: 1 d", "horizon: [1, d", "test.yaml:", "YAML", "")]
    public void Mistake_is_named_with_its_place_and_what_is_allowed(string part, string replacement, string place, string first, string second)
    {
        var problem = Assert.Throws<ScenarioException>(() => Yaml.Parse(Yaml.With(part, replacement))).Problems[0].ToString();
        Assert.StartsWith(place, problem, StringComparison.Ordinal);
        Assert.Contains(first, problem, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(second, problem, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("horizon: 1 d\n", "horizon")]
    [InlineData("    gpu: L4\n    count: 16\n", "sites[0].gpu")]
    [InlineData("    count: 16\n", "sites[0].count")]
    [InlineData("arrivals: { process: poisson, rate: 0.01 /s }", "no job ever arrives")]
    [InlineData("sizes: { distribution: exponential, mean: 10 k units }", "ingresses[0].sizes")]
    [InlineData("wan:\n  default-latency: 10 ms\n", "wan")]
    public void Missing_field_is_named_with_a_line(string part, string field)
    {
        var problems = Yaml.Problems(Yaml.With(part, ""));
        Assert.Contains(problems, p => p.ToString().Contains(field, StringComparison.Ordinal) && p.Line > 0);
    }

    [Fact]
    public void All_independent_mistakes_are_reported_together_in_order()
    {
        var text = Yaml.Small.Replace("count: 16", "count: 0", StringComparison.Ordinal).Replace("rate: 0.01 /s", "rate: fast", StringComparison.Ordinal);
        Assert.Equal(["sites[0].count", "ingresses[0].arrivals.rate"], Yaml.Problems(text).Select(p => p.Field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n   \n")]
    [InlineData("# only a comment\n")]
    public void Empty_file_is_said_to_be_empty(string text) => Assert.Contains("empty", Yaml.Problem(text), StringComparison.Ordinal);

    [Fact]
    public void A_million_lines_of_junk_give_one_message()
    {
        var junk = string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"x{i} y\n"));
        Assert.Single(Yaml.Problem(junk).Split('\n'));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Deep_nesting_is_refused_before_the_stack_overflows(char bracket)
    {
        var text = "horizon: " + new string(bracket, 100_000);
        Assert.StartsWith("test.yaml:1:", Yaml.Problem(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Included_file_is_named_in_its_own_mistakes()
    {
        var problem = Yaml.Problem("include: [base.yaml]\nhorizon: 2 d\n", ("base.yaml", Yaml.With("count: 16", "count: -16")));
        Assert.StartsWith("base.yaml:7:12: sites[0].count:", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Include_gives_what_the_file_does_not_say_itself()
    {
        var scenario = Yaml.Parse("include: [base.yaml]\nhorizon: 2 d\n", ("base.yaml", Yaml.Small));
        Assert.Equal((2 * 86_400.0, 2), (scenario.HorizonS, scenario.Fleet.SiteCount));
    }

    [Theory]
    [InlineData("include: [test.yaml]")]
    [InlineData("include: [missing.yaml]")]
    [InlineData("include: [/etc/passwd.yaml]")]
    [InlineData("include: base.yaml")]
    public void Wrong_include_is_refused(string include) => Assert.Equal(1, Yaml.Problems(include + "\n" + Yaml.Small, ("test.yaml", include + "\n" + Yaml.Small))[0].Line);
}
