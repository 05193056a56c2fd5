using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Policies.Capping;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>Sites that differ from their tables.</summary>
public sealed class DriftTests
{
    private static readonly PolicySpec Rule = new("least-loaded");

    [Fact]
    public void A_drift_that_changes_nothing_leaves_the_event_log_as_it_is()
    {
        var scenario = TestFleets.Small();
        var still = scenario with { Drift = [Step(0, 3_000, 1, 1), Step(2, 5_000, 1, 1)] };
        Assert.Equal(Run(scenario).EventLogHash, Run(still).EventLogHash);
        Assert.NotEqual(Run(scenario).EventLogHash, Run(scenario with { Drift = [Step(0, 3_000, 1.01, 1)] }).EventLogHash);
    }

    // One server of one unit a second that draws 100 W: jobs of 50 units.
    [Fact]
    public void A_run_keeps_the_factors_of_its_start_and_the_next_has_the_new_ones()
    {
        var scenario = TestFleets.Queue(1, 1, new ExponentialSize(1), 1_000) with
        {
            Workloads = [new IngressWorkload(null!, null!)],
            Trace = [new TraceJob(10, 0, 50), new TraceJob(20, 0, 50)],
            Drift = [Step(0, 30, 2, 1.5)],
        };
        var log = new Ends();
        Simulator.Run(scenario, new PolicySpec("least-energy"), 1, new RunOptions { Sink = log, Audit = true });
        var (first, second) = (log.Completed[0], log.Completed[1]);
        var (seconds, powerW) = (first.AtS - 10, first.EnergyJ / (first.AtS - 10));
        Assert.Equal(2 * seconds, second.AtS - first.AtS, 9);
        Assert.Equal(1.5 * powerW * 2 * seconds, second.EnergyJ, 6);
    }

    [Fact]
    public void Jobs_and_energy_are_conserved_while_sites_drift_and_fail()
    {
        Parallel.For(0, TestScale.Pick(30, 200), seed =>
        {
            var result = Run(Drifting() with
            {
                Events = [new ScenarioEvent(6_000, ScenarioEventKind.LoseSite, seed % 3), new ScenarioEvent(9_000, ScenarioEventKind.RecoverSite, seed % 3),
                    new ScenarioEvent(11_000, ScenarioEventKind.PreemptJobs, (seed + 1) % 3, 3)],
                PowerCap = seed % 2 == 0 ? new PowerCap(1_600, CappingMode.Greedy, 20) : null,
            }, seed);
            Assert.True(result.Jobs.Closes);
            Assert.True(result.Jobs.Completed > 300);
        });
    }

    [Fact]
    public void The_truth_is_that_of_the_seed_whatever_the_policy()
    {
        Assert.Equal(Run(Drifting(), 4).EventLogHash, Run(Drifting(), 4).EventLogHash);
        var walk = TestFleets.Small() with { Drift = [new SiteDrift(0, [], new DriftWalk(0.2, 1))] };
        var factors = new[] { "least-loaded", "round-robin" }.Select(policy => Factors(walk, policy, 4)).ToArray();
        // Between two steps both policies start runs at the large site, by the same factors.
        var shared = factors[0].Keys.Intersect(factors[1].Keys).ToArray();
        Assert.True(shared.Length > 25);
        Assert.All(shared, step => Assert.Equal(factors[0][step], factors[1][step], 9));
        Assert.All(factors[0].Values, factor => Assert.InRange(factor, 1 / 1.2 - 1e-9, 1.2 + 1e-9));
        Assert.True(factors[0].Values.Distinct().Count() > 20);
        Assert.True(factors[0].Values.Max() > 1.1 && factors[0].Values.Min() < 0.95, "a walk of a day's deviation of 1 goes all over its range");
    }

    [Fact]
    public void A_ramp_moves_evenly_and_stays_where_it_ends()
    {
        var ramp = TestFleets.Small() with { Drift = [new SiteDrift(0, [new DriftChange(3_000, 6_000, new(1.5, 1)), new DriftChange(15_000, 0, new(0.8, 1))])] };
        var factors = Factors(ramp, "least-loaded", 2);
        Assert.All(factors.Where(f => f.Key < 3_000), f => Assert.Equal(1, f.Value, 9));
        Assert.All(factors.Where(f => f.Key is >= 3_000 and < 9_000), f => Assert.Equal(1 + 0.5 * (f.Key - 3_000) / 6_000, f.Value, 9));
        Assert.All(factors.Where(f => f.Key is >= 9_000 and < 15_000), f => Assert.Equal(1.5, f.Value, 9));
        Assert.All(factors.Where(f => f.Key >= 15_000), f => Assert.Equal(0.8, f.Value, 9));
        Assert.True(factors.Count > 25);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(10.5)]
    public void A_factor_out_of_its_range_is_refused(double factor) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        Simulator.Run(TestFleets.Small() with { Drift = [Step(0, 10, 1, factor)] }, Rule, 1));

    [Fact]
    public void Keys_of_a_file_become_changes_and_walks_in_order_of_sites()
    {
        var scenario = Scenarios.Yaml.Parse(Scenarios.Yaml.Small + """
            drift:
              - { site: south, at: 1 h, over: 2 h, time: 1.3, power: 0.9 }
              - { site: south, at: 4 h, power: 1.1 }
              - { site: all, walk: 0.2, per-day: 0.05 }
            """);
        Assert.Equal([0, 1], scenario.Drift.Select(d => d.Site));
        Assert.Equal([new DriftChange(3_600, 7_200, new(1.3, 0.9)), new DriftChange(14_400, 0, new(1, 1.1))], scenario.Drift[1].Changes);
        Assert.All(scenario.Drift, d => Assert.Equal(new DriftWalk(0.2, 0.05), d.Walk));
    }

    private static SiteDrift Step(int site, double atS, double time, double power) => new(site, [new DriftChange(atS, 0, new(time, power))]);

    private static Scenario Drifting() => TestFleets.Small(ratePerS: 0.03) with
    {
        Drift =
        [
            new SiteDrift(0, [new DriftChange(2_000, 9_000, new(1.4, 0.8)), new DriftChange(12_345, 0, new(0.7, 1.3))]),
            new SiteDrift(1, [], new DriftWalk(0.3, 0.5)),
            new SiteDrift(2, [new DriftChange(0, 0, new(1.2, 1.1))], new DriftWalk(0.1, 0.5)),
        ],
    };

    private static RunResult Run(Scenario scenario, long seed = 3) => Simulator.Run(scenario, Rule, seed, new RunOptions { Audit = true });

    // By step of ten minutes: seconds per unit of the runs that start at site 0 over its table's.
    private static Dictionary<double, double> Factors(Scenario scenario, string policy, long seed)
    {
        var log = new Ends();
        Simulator.Run(scenario, new PolicySpec(policy), seed, new RunOptions { Sink = log });
        var table = scenario.Fleet.Tables[0];
        return log.Runs.Where(r => r.Site == 0).GroupBy(r => Math.Floor(r.StartS / 600) * 600)
            .ToDictionary(g => g.Key, g => Assert.Single(g.Select(r => Math.Round((r.EndS - r.StartS) / r.Units / table.SecondsPerUnit(r.Allocation), 9)).Distinct()));
    }

    private sealed class Ends : IEventSink
    {
        private readonly Dictionary<long, FleetEvent> _started = [];

        public List<(double AtS, double EnergyJ)> Completed { get; } = [];

        public List<(int Site, double StartS, double EndS, double Units, Allocation Allocation)> Runs { get; } = [];

        public void Record(in FleetEvent entry)
        {
            if (entry.Kind == FleetEventKind.Started)
                _started[entry.Job.Value] = entry;
            if (entry.Kind != FleetEventKind.Completed)
                return;
            var start = _started[entry.Job.Value];
            Completed.Add((entry.TimeS, entry.Value));
            Runs.Add((entry.Site, start.TimeS, entry.TimeS, start.Value, entry.Allocation));
        }
    }
}
