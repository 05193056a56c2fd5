using ControlPlane.Fleet.Hardware;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class ShippedScenarioTests
{
    // The table was rounded twice, to four digits and then to three: 8.10246 is printed as 8.103.
    private const double EnergyTolerance = 0.00055;

    private static readonly ScenarioCatalog Catalog = new(Path.Combine(Repository.Root, "scenarios"));

    public static TheoryData<string> Names => [.. Catalog.Names];

    private static Scenario Read(string name) => ScenarioReader.Read(Repository.Scenario(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shipped_scenario_can_be_read_and_says_what_it_shows(string name)
    {
        var scenario = Read(name);
        Assert.Equal(name, scenario.Name);
        Assert.NotEqual(name, scenario.Title);
        Assert.True(scenario.Description.Length > 100);
        Assert.Equal(new ScenarioSummary(name, scenario.Title, scenario.Description), Catalog.Describe(name));
    }

    [Fact]
    public void The_eleven_scenarios_of_the_documentation_are_shipped() => Assert.Equal(
        ["drift", "hundred-sites", "lost-site", "overload", "paper", "paper-independent", "prices", "small-sites", "stale-status", "swing", "trace"],
        Catalog.Names);

    // Specification, table a.2, milliseconds; rows are ingresses, columns sites.
    [Fact]
    public void The_published_fleet_has_the_published_latencies()
    {
        double[][] publishedMs =
        [
            [12, 70, 140, 110, 150, 150, 190, 180],
            [70, 10, 90, 120, 230, 208, 110, 190],
            [142, 90, 10, 20, 198, 190, 172, 90],
            [132, 120, 40, 10, 170, 220, 202, 60],
            [170, 228, 200, 170, 8, 60, 348, 138],
            [130, 210, 190, 218, 76, 8, 310, 206],
            [190, 110, 150, 180, 330, 328, 12, 250],
            [182, 170, 90, 60, 120, 188, 252, 10],
        ];
        var fleet = Read("paper").Fleet;
        Assert.Equal(fleet.Sites.Select(s => "gw-" + s.Name), fleet.Ingresses);
        for (var ingress = 0; ingress < 8; ingress++)
        {
            for (var site = 0; site < 8; site++)
                Assert.Equal(publishedMs[ingress][site] / 1000, fleet.LatencyS(ingress, site), 1e-12);
        }
    }

    // Specification, table a.1: f*(1), E(1, f*), mean service time and capacity there; E(8, 0.6), service time and capacity there; f*(8), E(8, f*).
    [Theory]
    [InlineData("us-west", 16, .8, 9.452, 2410, .00664, 11.747, 457, .00438, .7, 11.468)]
    [InlineData("us-east", 32, .8, 8.992, 2844, .01125, 11.138, 538, .00743, .7, 10.876)]
    [InlineData("eu-west", 256, .8, 8.103, 3372, .07593, 10.101, 646, .04954, .7, 9.897)]
    [InlineData("eu-central", 16, .8, 9.761, 2259, .00708, 11.998, 427, .00469, .7, 11.751)]
    [InlineData("ap-southeast", 128, .7, 6.403, 4995, .02563, 7.660, 840, .01904, .7, 7.625)]
    [InlineData("ap-northeast", 16, .8, 9.887, 2180, .00734, 12.038, 408, .00490, .7, 11.786)]
    [InlineData("sa-east", 512, .8, 8.148, 3721, .13759, 10.138, 709, .09026, .7, 9.900)]
    [InlineData("me-central", 512, .8, 6.836, 4092, .12512, 8.606, 791, .08088, .7, 8.428)]
    public void The_published_fleet_has_the_published_operating_points(
        string name, int gpus, double clock1, double energy1, double service1, double capacity1, double energy8At6, double service8, double capacity8, double clock8, double energy8)
    {
        var scenario = Read("paper");
        var site = scenario.Fleet.Sites.ToList().FindIndex(s => s.Name == name);
        var table = scenario.Fleet.Tables[site];
        var meanUnits = scenario.Workloads[site].Sizes!.MeanUnits;
        Assert.Equal(54_164, meanUnits, 1.0);
        Assert.Equal(gpus, scenario.Fleet.Sites[site].GpuCount);

        var one = table.Efficient(1);
        Assert.Equal(clock1, table.Clocks[one.ClockLevel]);
        Assert.Equal(energy1, table.JoulesPerUnit(one), EnergyTolerance);
        Assert.Equal(service1, meanUnits * table.SecondsPerUnit(one), 0.5);
        Assert.Equal(capacity1, gpus / (meanUnits * table.SecondsPerUnit(one)), 0.000005);

        var dp = new Allocation(8, table.LevelAtLeast(0.6));
        Assert.Equal(energy8At6, table.JoulesPerUnit(dp), EnergyTolerance);
        Assert.Equal(service8, meanUnits * table.SecondsPerUnit(dp), 0.5);
        Assert.Equal(capacity8, gpus / 8 / (meanUnits * table.SecondsPerUnit(dp)), 0.000005);

        var eight = table.Efficient(8);
        Assert.Equal(clock8, table.Clocks[eight.ClockLevel]);
        Assert.Equal(energy8, table.JoulesPerUnit(eight), EnergyTolerance);
    }

    // Specification, a.1: 1488 GPUs, asleep they draw 21.152 kW; a.3: workload and horizon.
    [Fact]
    public void The_published_fleet_sleeps_and_works_as_published()
    {
        var scenario = Read("paper");
        Assert.Equal(1488, scenario.Fleet.Sites.Sum(s => s.GpuCount));
        Assert.Equal(21_152, scenario.Fleet.Sites.Sum(s => s.GpuCount * s.Gpu.SleepW), 1e-9);
        Assert.Equal(604_800, scenario.HorizonS);
        Assert.Equal((RandomMode.Published, 123L, 1.0), (scenario.Random, scenario.Seed, scenario.Load));
        Assert.All(scenario.Workloads, w => Assert.Equal(new ArrivalProcess(0.02), w.Arrivals));
        Assert.All(scenario.Workloads, w => Assert.Equal(new LogNormalSize(50_000, 0.4, 0.1), w.Sizes));
        Assert.All(scenario.Fleet.Sites, s => Assert.Equal((8, 1.0, null, null), (s.MaxGpusPerJob, s.DefaultClock, s.QueueLimit, s.CheckpointIntervalS)));
        Assert.All(scenario.Fleet.Sites, s => Assert.Equal([0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0], s.Clocks));
        Assert.Equal(["dp", "ucb1", "jointnf", "masked-uniform", "masked-n1"], scenario.Policies.Select(p => p.Label));
    }

    [Fact]
    public void The_independent_variant_differs_from_the_published_one_in_randomness_and_policies_only()
    {
        var (published, independent) = (Read("paper"), Read("paper-independent"));
        Assert.Equal(published.Fleet.Sites.Select(s => s with { Clocks = [] }), independent.Fleet.Sites.Select(s => s with { Clocks = [] }));
        Assert.Equal(published.Workloads, independent.Workloads);
        Assert.Equal((RandomMode.Independent, published.HorizonS, published.Seed), (independent.Random, independent.HorizonS, independent.Seed));
        Assert.Empty(independent.Policies);
    }

    [Fact]
    public void The_hundred_sites_are_loaded_to_about_60_percent_of_their_efficient_capacity()
    {
        var scenario = Read("hundred-sites");
        Assert.Equal((100, 100), (scenario.Fleet.SiteCount, scenario.Fleet.Ingresses.Count));
        Assert.Equal(18_544, scenario.Fleet.Sites.Sum(s => s.GpuCount));
        var unitsPerS = scenario.Workloads.Sum(w => w.Arrivals!.RatePerS * w.Sizes!.MeanUnits);
        var capacity = Enumerable.Range(0, 100).Sum(i =>
            scenario.Fleet.Sites[i].GpuCount / scenario.Fleet.Tables[i].SecondsPerUnit(scenario.Fleet.Tables[i].Efficient(1)));
        Assert.InRange(unitsPerS / capacity, 0.58, 0.63);
        Assert.Equal(3, scenario.Workloads.Sum(w => w.Arrivals!.RatePerS), 1e-9);
    }

    [Fact]
    public void The_lost_site_comes_back_and_the_drained_one_resumes()
    {
        var events = Read("lost-site").Events;
        Assert.Equal(
            [
                new ScenarioEvent(86_400, ScenarioEventKind.LoseSite, 7),
                new ScenarioEvent(172_800, ScenarioEventKind.DrainSite, 2),
                new ScenarioEvent(172_800, ScenarioEventKind.FailGpus, 6, 32),
                new ScenarioEvent(216_000, ScenarioEventKind.ResumeSite, 2),
                new ScenarioEvent(216_000, ScenarioEventKind.RepairGpus, 6, 32),
                new ScenarioEvent(345_600, ScenarioEventKind.RecoverSite, 7),
                new ScenarioEvent(432_000, ScenarioEventKind.PreemptJobs, 0, 4),
            ],
            events);
    }

    [Fact]
    public void The_trace_is_read_from_the_file_beside_the_scenario()
    {
        var scenario = Read("trace");
        Assert.Equal(600, scenario.Trace.Count);
        Assert.Equal(new TraceJob(4.566, 1, 22_457.6), scenario.Trace[0]);
        Assert.True(scenario.Trace[^1].TimeS < scenario.HorizonS);
        Assert.False(scenario.Workloads[1].Constraint!.Contains(0));
    }
}
