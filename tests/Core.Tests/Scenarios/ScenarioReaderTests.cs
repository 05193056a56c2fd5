using System.Text;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void A_scenario_without_optional_keys_has_the_documented_defaults()
    {
        var scenario = Yaml.Parse(Yaml.Small);
        Assert.Equal(("test", "test", "", 86_400.0, 123L), (scenario.Name, scenario.Title, scenario.Description, scenario.HorizonS, scenario.Seed));
        Assert.Equal((RandomMode.Independent, 300.0, 0.0, 1.0), (scenario.Random, scenario.SampleEveryS, scenario.StatusEveryS, scenario.Load));
        var north = scenario.Fleet.Sites[0];
        Assert.Equal(("north", 16, 1.0, 8), (north.Name, north.GpuCount, north.DefaultClock, north.MaxGpusPerJob));
        Assert.Null(north.QueueLimit);
        Assert.Null(north.CheckpointIntervalS);
        Assert.Empty(scenario.Events);
        Assert.Empty(scenario.Policies);
        Assert.Empty(scenario.Trace);
    }

    [Theory]
    [InlineData("7 d", 604_800)]
    [InlineData("7d", 604_800)]
    [InlineData("12 h", 43_200)]
    [InlineData("90 min", 5_400)]
    [InlineData("2.5e3 s", 2_500)]
    [InlineData("'3600'", 3_600)]
    [InlineData("+3600.", 3_600)]
    [InlineData("7200000 ms", 7_200)]
    public void Durations_are_read_in_their_units(string written, double seconds) =>
        Assert.Equal(seconds, Yaml.Parse(Yaml.With("1 d", written)).HorizonS);

    [Theory]
    [InlineData("0.02 /s", 0.02)]
    [InlineData("72 /h", 0.02)]
    [InlineData("1.2 /min", 0.02)]
    [InlineData("1728 /d", 0.02)]
    [InlineData("0.02", 0.02)]
    public void Rates_are_read_in_their_units(string written, double perS) =>
        Assert.Equal(perS, Yaml.Parse(Yaml.With("0.01 /s", written)).Workloads[0].Arrivals!.RatePerS);

    [Theory]
    [InlineData("45 W", 45)]
    [InlineData("0.045 kW", 45)]
    [InlineData("21.152 kW", 21_152)]
    public void Powers_are_read_in_their_units(string written, double watts) =>
        Assert.Equal(watts, Yaml.Parse(Yaml.With("alpha: 45", $"alpha: {written}")).Fleet.Sites[0].Power.Alpha);

    [Theory]
    [InlineData("{ distribution: lognormal, median: 50 k units, sigma: 0.4 }", 54_164.4)]
    [InlineData("{ distribution: pareto, minimum: 10 k units, shape: 2 }", 20_000)]
    [InlineData("{ distribution: exponential, mean: 0.01 M units }", 10_000)]
    [InlineData("{ distribution: uniform, minimum: 1000, maximum: 3000 units }", 2_000)]
    [InlineData("{ distribution: fixed, size: 7 units }", 7)]
    public void Size_distributions_have_the_mean_of_their_closed_form(string written, double mean) =>
        Assert.Equal(mean, Yaml.Parse(Yaml.With("{ distribution: exponential, mean: 10 k units }", written)).Workloads[0].Sizes!.MeanUnits, 0.1);

    [Fact]
    public void A_sinusoid_is_read_with_its_defaults() => Assert.Equal(
        new ArrivalProcess(0.01, 0.5, 86_400, 0),
        Yaml.Parse(Yaml.With("process: poisson", "process: sinusoid, amplitude: 0.5")).Workloads[0].Arrivals);

    [Fact]
    public void Words_and_numbers_of_a_site_are_read()
    {
        var text = Yaml.With("count: 16", "count: 16\n    queue-limit: 0\n    checkpoint-every: 10 min\n    default-clock: 0.75\n    max-gpus-per-job: 4");
        var site = Yaml.Parse(text).Fleet.Sites[0];
        Assert.Equal((0, 600.0, 0.75, 4), (site.QueueLimit, site.CheckpointIntervalS, site.DefaultClock, site.MaxGpusPerJob));
        Assert.Null(Yaml.Parse(Yaml.With("count: 16", "count: 16\n    queue-limit: none")).Fleet.Sites[0].QueueLimit);
    }

    [Fact]
    public void An_own_value_overrides_the_default_and_the_default_completes_the_rest()
    {
        var text = Yaml.With("count: 16", "count: 16\n    max-gpus-per-job: 2") + "site-defaults: { max-gpus-per-job: 4, queue-limit: 9 }\n";
        var sites = Yaml.Parse(text).Fleet.Sites;
        Assert.Equal([(2, 9), (4, 9)], sites.Select(s => (s.MaxGpusPerJob, s.QueueLimit!.Value)));
    }

    [Fact]
    public void Another_distribution_than_the_default_replaces_it_as_a_whole()
    {
        var text = Yaml.Small + "ingress-defaults: { sizes: { distribution: pareto, minimum: 1, shape: 2 } }\n";
        Assert.Equal(new ExponentialSize(10_000), Yaml.Parse(text).Workloads[0].Sizes);
    }

    [Fact]
    public void Replicas_are_numbered_and_their_base_name_stands_for_all()
    {
        var text = Yaml.Small.Replace("name: south", "name: south\n    replicas: 3", StringComparison.Ordinal).Replace("name: gate", "name: gate\n    replicas: 2", StringComparison.Ordinal)
            .Replace("default-latency: 10 ms", "links: [{ from: gate, to: south, latency: 7 ms }, { from: north, to: south-02, latency: 1 ms }]", StringComparison.Ordinal);
        var scenario = Yaml.Parse(text + "events:\n  - { at: 1 h, drain: south }\n  - { at: 2 h, drain: south-03 }\n");
        Assert.Equal(["north", "south-01", "south-02", "south-03"], scenario.Fleet.Sites.Select(s => s.Name));
        Assert.Equal(["gate-01", "gate-02"], scenario.Fleet.Ingresses);
        Assert.Equal(scenario.Workloads[0], scenario.Workloads[1]);
        Assert.Equal([0.008, 0.007, 0.007, 0.007], Enumerable.Range(0, 4).Select(s => Math.Round(scenario.Fleet.LatencyS(1, s), 9)));
        Assert.Equal([1, 2, 3, 3], scenario.Events.Select(e => e.Site));
    }

    [Fact]
    public void A_hundred_replicas_have_names_of_equal_length()
    {
        var sites = Yaml.Parse(Yaml.With("name: south", "name: south\n    replicas: 100")).Fleet.Sites;
        Assert.Equal(("south-001", "south-100"), (sites[1].Name, sites[100].Name));
    }

    [Fact]
    public void Constraints_are_the_allowed_sites_without_the_forbidden()
    {
        var text = Yaml.With("name: gate", "name: gate\n    allowed-sites: [north, south]\n    forbidden-sites: [south]");
        var constraint = Yaml.Parse(text).Workloads[0].Constraint!;
        Assert.Equal((true, false), (constraint.Contains(0), constraint.Contains(1)));
    }

    [Fact]
    public void Events_are_in_order_of_time_with_the_ends_that_fall_into_the_horizon()
    {
        var events = Yaml.Parse(Yaml.Small + """
            load: 0.5
            events:
              - { at: 23 h, lose-site: north, for: 2 h }
              - { at: 2 h, set-load: 1.5, for: 1 h }
              - { at: 1 h, cancel-job: 77 }
              - { at: 0 s, recover-site: south }
            """).Events;
        Assert.Equal(
            [
                new ScenarioEvent(0, ScenarioEventKind.RecoverSite, 1),
                new ScenarioEvent(3_600, ScenarioEventKind.CancelJob, -1, 77),
                new ScenarioEvent(7_200, ScenarioEventKind.SetLoad, -1, 0, 1.5),
                new ScenarioEvent(10_800, ScenarioEventKind.SetLoad, -1, 0, 0.5),
                new ScenarioEvent(82_800, ScenarioEventKind.LoseSite, 0),
            ],
            events);
    }

    [Fact]
    public void Failures_of_all_sites_are_one_process_a_site()
    {
        var text = Yaml.Small + "gpu-failures: [{ site: all, mean-time-between-failures: 30 d, mean-time-to-repair: 4 h }]\n";
        Assert.Equal([new GpuFailureProcess(0, 2_592_000, 14_400), new GpuFailureProcess(1, 2_592_000, 14_400)], Yaml.Parse(text).GpuFailures);
    }

    [Fact]
    public void Policies_are_read_with_their_settings() => Assert.Equal(
        ["dp", "least-loaded:gpus=2"],
        Yaml.Parse(Yaml.Small + "policies: [dp, { name: least-loaded, gpus: 2 }]\n").Policies.Select(p => p.Label));

    [Fact]
    public void The_keys_of_a_file_override_those_it_includes_and_lists_are_replaced()
    {
        var top = "include: [base.yaml, more.yaml]\nhorizon: 2 d\npolicies: [ucb1]\ngpus: { L4: { sleep: 6 W } }\n";
        var scenario = Yaml.Parse(top, ("base.yaml", Yaml.Small + "policies: [dp, jointnf]\nseed: 5\n"), ("more.yaml", "seed: 6\ntitle: More\n"));
        Assert.Equal(("test", "More", 172_800.0, 6L), (scenario.Name, scenario.Title, scenario.HorizonS, scenario.Seed));
        Assert.Equal("ucb1", Assert.Single(scenario.Policies).Name);
        Assert.Equal((15.0, 6.0), (scenario.Fleet.Sites[0].Gpu.IdleW, scenario.Fleet.Sites[0].Gpu.SleepW));
    }

    [Fact]
    public void A_problem_in_an_included_file_is_reported_there() => Assert.Equal(
        "parts/base.yaml:7:12: sites[0].count: must be a whole number in [1, 1000000], not '-16'",
        Yaml.Problem("include: [parts/base.yaml]\n", ("parts/base.yaml", Yaml.With("count: 16", "count: -16"))));

    [Fact]
    public void Includes_are_relative_to_the_file_that_names_them() => Assert.Equal(
        "test",
        Yaml.Parse("include: [parts/a.yaml]\n", ("parts/a.yaml", "include: [../b.yaml]\n"), ("b.yaml", Yaml.Small)).Name);

    [Theory]
    [InlineData("[/base.yaml]", "must be a path relative to this file")]
    [InlineData("['C:\\base.yaml']", "must be a path relative to this file")]
    [InlineData("['https://example.org/base.yaml']", "must be a path relative to this file")]
    [InlineData("[base.txt]", "must end with .yaml or .yml")]
    [InlineData("[none.yaml]", "there is no file 'none.yaml'")]
    [InlineData("base.yaml", "must be a list of files, for example [paper.yaml], not 'base.yaml'")]
    [InlineData("[[base.yaml]]", "must be a file name, not a list")]
    [InlineData("[test.yaml]", "the files include each other: test.yaml > test.yaml")]
    [InlineData("[x/../test.yaml]", "the files include each other: test.yaml > test.yaml")]
    [InlineData("[loop.yaml]", "the files include each other: test.yaml > loop.yaml > test.yaml")]
    public void A_wrong_include_is_reported(string written, string message) =>
        Assert.Contains(message, Yaml.Problem($"include: {written}\n", ("loop.yaml", "include: [test.yaml]\n")), StringComparison.Ordinal);

    [Fact]
    public void Includes_that_double_at_each_step_are_stopped()
    {
        var opened = 0;
        Stream Open(string path)
        {
            opened++;
            var next = int.Parse(Path.GetFileNameWithoutExtension(path)) + 1;
            return new MemoryStream(Encoding.UTF8.GetBytes(next > 30 ? "seed: 1\n" : $"include: [{next}.yaml, {next}.yaml]\n"));
        }

        var e = Assert.Throws<ScenarioException>(() => ScenarioReader.Parse("include: [0.yaml]\n", "test.yaml", Open, Policies.All));
        Assert.Contains("more than 64 files", e.Message, StringComparison.Ordinal);
        Assert.Equal(63, opened);
    }
}
