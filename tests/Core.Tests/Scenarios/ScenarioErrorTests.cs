using System.Text;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class ScenarioErrorTests
{
    [Fact]
    public void The_small_scenario_of_these_tests_is_right() => Assert.Equal(2, Yaml.Parse(Yaml.Small).Fleet.SiteCount);

    // What is replaced in the small scenario, by what, and the message.
    [Theory]
    [InlineData("count: 16", "cuont: 16", "test.yaml:7:5: sites[0].cuont: unknown key; did you mean 'count'?")]
    [InlineData("horizon: 1 d", "horizont: 1 d", "test.yaml:1:1: horizont: unknown key; did you mean 'horizon'?")]
    [InlineData("count: 16", "count: -16", "test.yaml:7:12: sites[0].count: must be a whole number in [1, 1000000], not '-16'")]
    [InlineData("count: 16", "count: 1.5", "test.yaml:7:12: sites[0].count: must be a whole number in [1, 1000000], not '1.5'")]
    [InlineData("count: 16", "count: 1e3", "test.yaml:7:12: sites[0].count: must be a whole number in [1, 1000000], not '1e3'")]
    [InlineData("count: 16", "count:", "test.yaml:7:11: sites[0].count: must be a whole number in [1, 1000000], not nothing")]
    [InlineData("count: 16", "count: [16]", "test.yaml:7:12: sites[0].count: must be a whole number in [1, 1000000], not a list")]
    [InlineData("count: 16", "max-gpus-per-job: 4", "test.yaml:5:5: sites[0].count: is missing; it must be a whole number in [1, 1000000]")]
    [InlineData("[0.5, 0.75, 1.0]", "[0.5, 1.25]", "test.yaml:8:19: sites[0].clocks[1]: must be a number in (0, 1], not '1.25'")]
    [InlineData("[0.5, 0.75, 1.0]", "[0, 1]", "test.yaml:8:14: sites[0].clocks[0]: must be a number in (0, 1], not '0'")]
    [InlineData("[0.5, 0.75, 1.0]", "[.nan, 1]", "test.yaml:8:14: sites[0].clocks[0]: must be a number in (0, 1], not '.nan' (it is not a number)")]
    [InlineData("[0.5, 0.75, 1.0]", "[NaN, 1]", "test.yaml:8:14: sites[0].clocks[0]: must be a number in (0, 1], not 'NaN' (it is not a number)")]
    [InlineData("[0.5, 0.75, 1.0]", "[0.5, 0.5]", "test.yaml:8:13: sites[0].clocks: must be ascending, but 0.5 is followed by 0.5")]
    [InlineData("[0.5, 0.75, 1.0]", "[]", "test.yaml:8:13: sites[0].clocks: must be a list of 1 to 64 clocks, not a list (it has 0)")]
    [InlineData("clocks: [0.5, 0.75, 1.0]", "clocks: [0.5, 1]\n    default-clock: 0.75", "test.yaml:9:20: sites[0].default-clock: must be one of the clocks 0.5, 1, not 0.75")]
    [InlineData("gpu: L4", "gpu: L40", "test.yaml:6:10: sites[0].gpu: there is no GPU type 'L40'; did you mean 'L4'?")]
    [InlineData("alpha: 45,", "alpha: -45,", "test.yaml:9:21: sites[0].power.alpha: must be a power in [0 W, 1 MW], not '-45'")]
    [InlineData("alpha: 45,", "alpha: 45 ms,", "test.yaml:9:21: sites[0].power.alpha: must be a power in [0 W, 1 MW], not '45 ms' (it has the unit 'ms'; allowed units are W, kW, MW)")]
    [InlineData("alpha: 45,", "alpha: 1e999,", "test.yaml:9:21: sites[0].power.alpha: must be a power in [0 W, 1 MW], not '1e999'")]
    [InlineData("alpha: 45, beta: 20, gamma: 40", "alpha: 0, beta: 0, gamma: 0", "test.yaml:9:12: sites[0].power: the power of a running GPU must be above 0 W at every clock; at 0.5 it is 0 W")]
    [InlineData("alpha: 0.0065, beta: 0.06,", "alpha: 0, beta: 0,", "test.yaml:10:11: sites[0].time: alpha and beta must not both be 0: work takes time")]
    [InlineData("idle: 15 W", "idle: 80 W", "test.yaml:3:15: gpus.L4.idle: must be at most the peak power, 72 W, not 80 W")]
    [InlineData("sleep: 8 W", "sleep: 16 W", "test.yaml:3:40: gpus.L4.sleep: must be at most the idle power, 15 W, not 16 W")]
    [InlineData("name: south", "name: north", "test.yaml:11:11: sites[1].name: the name 'north' is already taken; sites and ingresses need different names")]
    [InlineData("name: gate", "name: north", "test.yaml:18:11: ingresses[0].name: the name 'north' is already taken; sites and ingresses need different names")]
    [InlineData("name: gate", "name: the gate", "test.yaml:18:11: ingresses[0].name: must be a name (letters, digits, '.', '_', '-'), not 'the gate'")]
    [InlineData("process: poisson", "process: posson", "test.yaml:19:26: ingresses[0].arrivals.process: must be one of poisson, sinusoid, none, not 'posson' (did you mean 'poisson'?)")]
    [InlineData("process: poisson", "process: sinusoid", "test.yaml:19:15: ingresses[0].arrivals.amplitude: is missing; it must be a number in [0, 1]")]
    [InlineData("process: poisson, ", "", "test.yaml:19:15: ingresses[0].arrivals.process: is missing; it must be one of poisson, sinusoid, none")]
    [InlineData("rate: 0.01 /s", "rate: Infinity", "test.yaml:19:41: ingresses[0].arrivals.rate: must be a rate in (0 /s, 1000000 /s], not 'Infinity' (it is not a number)")]
    [InlineData("rate: 0.01 /s", "rate: 1000000 /s", "test.yaml:1:10: horizon: rates × load × horizon must be at most 1000000000 jobs, not 86400000000")]
    [InlineData("    sizes: { distribution: exponential, mean: 10 k units }\n", "", "test.yaml:18:5: ingresses[0].sizes: is missing; where jobs arrive by a process their sizes must be given")]
    [InlineData("distribution: exponential, mean: 10 k units", "distribution: lognormal, median: 10, sigma: 1, floor: 1", "test.yaml:20:68: ingresses[0].sizes.floor: the floor must be at most median · exp(-4 sigma) = 0.1832 units, not 1 units")]
    [InlineData("distribution: exponential, mean: 10 k units", "distribution: pareto, minimum: 10, shape: 2, maximum: 10", "test.yaml:20:68: ingresses[0].sizes.maximum: must be above the minimum, 10 units, not 10 units")]
    [InlineData("distribution: exponential, mean: 10 k units", "distribution: uniform, minimum: 10, maximum: 9", "test.yaml:20:59: ingresses[0].sizes.maximum: must be at least the minimum, 10 units, not 9 units")]
    [InlineData("default-latency: 10 ms", "links: []", "test.yaml:22:3: wan: no path leads from 'gate' to 'north'; add a link, or default-latency for direct links between all")]
    [InlineData("default-latency: 10 ms", "links: [{ from: gate, to: nroth, latency: 1 ms }]", "test.yaml:22:29: wan.links[0].to: there is no ingress or site 'nroth'; did you mean 'north'?")]
    [InlineData("default-latency: 10 ms", "links: [{ from: gate, to: gate, latency: 1 ms }]\n  default-latency: 1 ms", "test.yaml:22:29: wan.links[0].to: a link joins two different nodes")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nhorizon: 2 d", "test.yaml:2:1: horizon: the key is already on line 1")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nsample-every: 1 w", "test.yaml:2:15: sample-every: must be a duration in [1 s, 30 d], not '1 w' (it has the unit 'w'; allowed units are us, ms, s, min, h, d)")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nload: 2 kW", "test.yaml:2:7: load: must be a number in (0, 1000], not '2 kW' (it has the unit 'kW', but this is a number without a unit)")]
    [InlineData("horizon: 1 d", "horizon: 1 d\nrandom: publshed", "test.yaml:2:9: random: must be 'independent' or 'published', not 'publshed' (did you mean 'published'?)")]
    [InlineData("horizon: 1 d", "horizon: 3660 d\nsample-every: 1 s", "test.yaml:2:15: sample-every: horizon / sample-every must be at most 1000000 samples, not 316224000")]
    [InlineData("count: 16", "count: 16\n    queue-limit: never", "test.yaml:8:18: sites[0].queue-limit: must be a whole number in [0, 1000000000], not 'never'")]
    [InlineData("count: 16", "count: 16\n    replicas: 10001", "test.yaml:8:15: sites[0].replicas: must be a whole number in [1, 10000], not '10001'")]
    [InlineData("horizon: 1 d", "horizon: 1 d\ndrift: [{ site: nort, time: 2 }]", "test.yaml:2:17: drift[0].site: there is no 'nort' among the sites; did you mean 'north'?")]
    [InlineData("horizon: 1 d", "horizon: 1 d\ndrift: [{ site: all, time: 6 }]", "test.yaml:2:28: drift[0].time: must be a number in [0.2, 5], not '6'")]
    [InlineData("horizon: 1 d", "horizon: 1 d\ndrift: [{ site: all, at: 2 d, time: 2 }]", "test.yaml:2:26: drift[0].at: must be in [0 s, 86400 s], the horizon, not 172800 s")]
    [InlineData("horizon: 1 d", "horizon: 1 d\ndrift: [{ site: all }]", "test.yaml:2:9: drift[0].time: is missing; a drift has time or power, numbers in [0.2, 5], or walk, a number in (0, 2]")]
    [InlineData("horizon: 1 d", "horizon: 1 d\ndrift: [{ site: north, walk: 0.1, time: 2 }]", "test.yaml:2:41: drift[0].time: a walk has no such key; write the change as an entry of its own")]
    [InlineData("horizon: 1 d", "horizon: 1 d\ndrift: [{ site: north, walk: 0.1 }, { site: all, walk: 0.2 }]", "test.yaml:2:56: drift[1].walk: the site 'north' already has a walk")]
    [InlineData("horizon: 1 d", "horizon: 1 d\ndrift: [{ site: north, time: 2, per-day: 1 }]", "test.yaml:2:42: drift[0].per-day: belongs to walk")]
    [InlineData("horizon: 1 d", "horizon: 1 d\ndrift: [{ site: north, over: 2 h, time: 2 }, { site: north, at: 1 h, time: 1 }]", "test.yaml:2:65: drift[1].at: the change of 'north' before it ends at 7200 s; changes of a site are written in order and may not overlap")]
    public void A_mistake_is_reported_with_its_place_and_what_is_allowed(string part, string replacement, string message) =>
        Assert.Equal(message, Yaml.Problem(Yaml.With(part, replacement)));

    [Theory]
    [InlineData("{ at: 2 d, lose-site: north }", "at: must be in [0 s, 86400 s], the horizon, not 172800 s")]
    [InlineData("{ at: -1 s, lose-site: north }", "at: must be a duration in [0 s, 3660 d], not '-1 s'")]
    [InlineData("{ lose-site: north }", "at: is missing; it must be a duration in [0 s, 3660 d]")]
    [InlineData("{ at: 1 h, lose-site: norht }", "lose-site: there is no 'norht' among the sites; did you mean 'north'?")]
    [InlineData("{ at: 1 h, lose-site: gate }", "lose-site: there is no 'gate' among the sites; sites are north, south")]
    [InlineData("{ at: 1 h, lose-sites: north }", "lose-sites: unknown key; did you mean 'lose-site'?")]
    [InlineData("{ at: 1 h, preempt: north }", "count: is missing; preempt needs a whole number in [1, GPUs of the site]")]
    [InlineData("{ at: 1 h, fail-gpus: south, count: 9 }", "count: must be in [1, 8], the GPUs of the site, not 9")]
    [InlineData("{ at: 1 h, drain: south, count: 3 }", "count: drain has no count")]
    [InlineData("{ at: 1 h, preempt: south, count: 3, for: 1 h }", "for: preempt happens once and has no duration")]
    [InlineData("{ at: 1 h, set-load: 0 }", "set-load: must be a number in (0, 1000], not '0'")]
    [InlineData("{ at: 1 h, cancel-job: 0 }", "cancel-job: must be a whole number in [1, 9223372036854775807], not '0'")]
    public void A_wrong_event_is_reported(string written, string message) =>
        Assert.Contains(Yaml.Problems(Yaml.Small + $"events:\n  - {written}\n"), p => p.Line == 24 && $"{p.Field}: {p.Message}" == "events[0]." + message);

    [Theory]
    [InlineData("{ at: 1 h }", "not none")]
    [InlineData("{ at: 1 h, drain: north, lose-site: south }", "not 2")]
    public void An_event_is_exactly_one_thing(string written, string end) =>
        Assert.EndsWith(end, Yaml.Problem(Yaml.Small + $"events:\n  - {written}\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[nobody]", "test.yaml:23:12: policies[0]: there is no policy 'nobody'; policies are dp, ucb1, jointnf, masked-uniform, masked-n1, chsac-published, round-robin, weighted-round-robin, least-loaded, power-of-d, shortest-completion, least-energy, lowest-price, lowest-carbon, carbon-cost, eco-route, fluid, time-price, chsac, planned")]
    [InlineData("[joinntf]", "test.yaml:23:12: policies[0]: there is no policy 'joinntf'; did you mean 'jointnf'?")]
    [InlineData("[{ name: least-loaded, gpus: 0 }]", "test.yaml:23:40: policies[0].gpus: 'gpus' must be a whole number in [1, 1024], not '0'")]
    [InlineData("[{ name: least-loaded, gpu: 2 }]", "test.yaml:23:39: policies[0].gpu: 'gpu' is unknown; settings are gpus, clock")]
    [InlineData("[{ gpus: 2 }]", "test.yaml:23:12: policies[0].name: is missing; it must be the name of a policy")]
    [InlineData("[dp, { name: dp }]", "test.yaml:23:24: policies[1].name: the policy 'dp' is named twice")]
    [InlineData("[]", "test.yaml:23:11: policies: must be a list of 1 to 100 policies, not a list (it has 0)")]
    public void A_wrong_policy_is_reported(string written, string message) =>
        Assert.Equal(message, Yaml.Problem(Yaml.Small + $"policies: {written}\n"));

    [Theory]
    [InlineData("allowed-sites: [nort]", "ingresses[0].allowed-sites[0]: there is no 'nort' among the sites; did you mean 'north'?")]
    [InlineData("forbidden-sites: [north, south]", "ingresses[0].forbidden-sites: no site is left at which its jobs may run")]
    public void A_wrong_constraint_is_reported(string written, string message) =>
        Assert.Contains(message, Yaml.Problem(Yaml.With("name: gate", $"name: gate\n    {written}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("site: nort", "gpu-failures[0].site: there is no 'nort' among the sites; did you mean 'north'?")]
    [InlineData("site: all, mean-time-between-failures: 0 s", "gpu-failures[0].mean-time-between-failures: must be a duration in [1 s, 36600 d], not '0 s'")]
    public void A_wrong_failure_process_is_reported(string written, string message)
    {
        var between = written.Contains("between", StringComparison.Ordinal) ? "" : ", mean-time-between-failures: 1 d";
        Assert.Contains(message, Yaml.Problem(Yaml.Small + $"gpu-failures: [{{ {written}{between}, mean-time-to-repair: 1 h }}]\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_has_one_failure_process() => Assert.EndsWith(
        "gpu-failures[1].site: the site 'south' already has a failure process",
        Yaml.Problem(Yaml.Small + """
            gpu-failures:
              - { site: all, mean-time-between-failures: 1 d, mean-time-to-repair: 1 h }
              - { site: south, mean-time-between-failures: 2 d, mean-time-to-repair: 1 h }
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void An_empty_file_is_called_empty(string text) => Assert.StartsWith("test.yaml:1:", Yaml.Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("a: &x 1\n", "1:4: anchors")]
    [InlineData("a: 1\nb: *x\n", "2:4: aliases")]
    [InlineData("a: !!int 1\n", "1:4: tags")]
    [InlineData("a: !x 1\n", "1:4: tags")]
    [InlineData("a: 1\n---\nb: 1\n", "2:1: a second document")]
    [InlineData("%YAML 1.2\n---\na: 1\n", "1: directives")]
    [InlineData("? [a]\n: 1\n", "1:3: a key must be a plain text")]
    [InlineData("- a\n", "1:1: must be a mapping (key: value), not a list")]
    [InlineData("a: [1\n", "not valid YAML")]
    [InlineData("b: 1\na: [1\nc: 2\n", "2:4: not valid YAML after this; is a bracket or a quotation mark not closed?")]
    [InlineData("a:\n\t- 1\n", "2:1: a tab in the indentation")]
    [InlineData("a: \"\\U00110000\"\n", "not valid YAML")]
    [InlineData("a: \u0001\n", "1:4: the character U+0001 is not allowed")]
    public void Parts_of_YAML_that_hide_what_a_file_says_are_refused(string text, string message)
    {
        var problem = Yaml.Problem(text);
        Assert.StartsWith("test.yaml:", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem.Replace("test.yaml:1:1: directives", "test.yaml:1: directives", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Nesting_is_limited_before_the_stack_is(string opening)
    {
        var problem = Yaml.Problem("horizon:\n  " + string.Concat(Enumerable.Repeat(opening, 200_000)));
        Assert.Contains("test.yaml:2:", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_of_33_levels_is_called_too_deep() =>
        Assert.Contains("nested deeper than 32 levels", Yaml.Problem("a: " + new string('[', 32) + new string(']', 32)), StringComparison.Ordinal);

    [Theory]
    [InlineData("junk\n")]
    [InlineData("junk: junk\n")]
    [InlineData("- junk\n")]
    [InlineData("\"junk\n")]
    [InlineData("]\n")]
    public void A_million_lines_of_junk_give_one_short_message(string line)
    {
        var problems = Yaml.Problems(string.Concat(Enumerable.Repeat(line, 1_000_000)));
        Assert.True(Assert.Single(problems).ToString().Length < 300);
    }

    [Fact]
    public void Two_hundred_thousand_unknown_keys_give_ten_messages()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 200_000; i++)
            text.Append('k').Append(i).Append(": \n");
        Assert.Equal(10, Yaml.Problems(text.ToString()).Count);
    }

    [Fact]
    public void A_file_above_4_MiB_is_refused_by_its_size() =>
        Assert.Equal("test.yaml:1: larger than 4 MiB; long lists of jobs belong into a trace file", Yaml.Problem(new string('#', (4 << 20) + 1)));

    [Fact]
    public void Several_mistakes_are_reported_together_in_order_of_lines()
    {
        var text = Yaml.Small.Replace("count: 8", "count: 0", StringComparison.Ordinal).Replace("horizon: 1 d", "horizon: 1 W", StringComparison.Ordinal);
        Assert.Equal(["horizon", "sites[1].count"], Yaml.Problems(text).Select(p => p.Field));
        var message = Assert.Throws<ScenarioException>(() => Yaml.Parse(text)).Message;
        Assert.Equal(2, message.Split('\n').Length);
    }

    [Fact]
    public void A_site_with_a_mistake_still_exists_for_what_refers_to_it()
    {
        var text = Yaml.With("gpu: L4", "gpu: L40") + "events: [{ at: 1 h, drain: north }]\n";
        Assert.Contains("there is no GPU type", Yaml.Problem(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_defaults_is_reported_once_and_at_its_place()
    {
        var text = Yaml.Small + "site-defaults: { max-gpus-per-job: 0 }\n";
        Assert.Equal("test.yaml:23:36: site-defaults.max-gpus-per-job: must be a whole number in [1, 1024], not '0'", Yaml.Problem(text));
    }

    [Fact]
    public void A_scenario_in_which_no_job_arrives_is_refused()
    {
        var text = Yaml.With("arrivals: { process: poisson, rate: 0.01 /s }", "arrivals: { process: none }");
        Assert.Contains("no job ever arrives", Yaml.Problem(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Fleets_that_would_not_fit_into_memory_are_refused_at_once()
    {
        var many = Yaml.Small.Replace("count: 8", "count: 8\n    replicas: 10000", StringComparison.Ordinal).Replace("name: gate", "name: gate\n    replicas: 10000", StringComparison.Ordinal);
        Assert.Contains(Yaml.Problems(many), p => p.Message.Contains("sites × ingresses must be at most 4000000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_absent_or_not_UTF_8_is_reported_by_name()
    {
        var absent = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        Assert.Contains("there is no file", Assert.Throws<ScenarioException>(() => ScenarioReader.Read(absent)).Message, StringComparison.Ordinal);
        try
        {
            File.WriteAllBytes(absent, [(byte)'a', (byte)'\n', (byte)'b', 0xFF]);
            Assert.Equal($"{absent}:2:2: not UTF-8 text", Assert.Throws<ScenarioException>(() => ScenarioReader.Read(absent)).Message);
        }
        finally
        {
            File.Delete(absent);
        }
    }
}
