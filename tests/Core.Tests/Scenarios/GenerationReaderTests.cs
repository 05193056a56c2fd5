using System.Text;
using ControlPlane.Core.Tests.Generation;
using ControlPlane.Fleet.Generation;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Generation;
using ControlPlane.Simulation.Generation.Arrivals;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class GenerationReaderTests
{
    // Tests name lines of this text: keep them where they are.
    private const string Small = """
        kind: generation
        start: 2024-03-01T06:00Z
        slot: 10 min
        deadlines: { fast: 5 s, slow: 1 min }
        models:
          tiny: { quality: { amplitude: 0.5, steepness: 0.4, midpoint: 6 }, setup-time: 50 ms, step-time: 20 ms, setup-energy: 10 J, step-energy: 5 J }
        provider-defaults:
          energy: { price: 40 USD/MWh, carbon: 300 g/kWh }
        providers:
          - { name: north, model: tiny, gpus: 2.5, max-wait: 20 s }
          - { name: south, model: SDXL, gpus: 4, queue: fifo, gpu: { idle: 40 W, clocks: [0.5, 1] } }
        transfer:
          links: [{ from: north, to: south, rtt: 80 ms }]
        arrivals: { jobs-per-slot: 500, decide: job, image-size: 1 MB }
        policies: [random, { name: local, steps: 10 }]
        """;

    private static readonly ScenarioCatalog Catalog = new(Path.Combine(Repository.Root, "scenarios"));

    public static TheoryData<string> Names => [.. Catalog.GenerationNames];

    [Fact]
    public void Everything_that_is_written_arrives()
    {
        var days = GenerationReader.Parse(Small, "small.yaml");
        var day = days.Of(0);
        Assert.Equal(("small", 6, 144, 600.0), (day.Name, day.BeginHour, day.SlotCount, day.SlotS));
        Assert.Equal([new DeadlineClass("fast", 5), new DeadlineClass("slow", 60)], day.Deadlines);
        Assert.Equal(new GenerationModel("tiny", new QualityCurve(0.5, 0.4, 6), 0.05, 0.02, 10, 5), day.Providers[0].Model);
        Assert.Equal((2.5, 20, QueueKind.Fluid), (day.Providers[0].Gpus, day.Providers[0].MaxWaitS, day.Providers[0].Queue));
        Assert.Equal((GenerationModels.Sdxl, QueueKind.Fifo, 40), (day.Providers[1].Model, day.Providers[1].Queue, day.Providers[1].Gpu.IdleW));
        Assert.Equal([0.5, 1], day.Providers[1].Gpu.Clocks);
        Assert.Equal(new TransferLink(0.08, 5, 0.02), day.Link(1, 0));
        Assert.Equal((ArrivalMode.PerJob, 500, 1e6), (day.Arrivals.Mode, day.Arrivals.JobsPerSlot, day.Arrivals.BytesPerImage));
        Assert.Equal(0.04, day.Signals[1].Day[7].Tariff.BuyUsdPerKwh, 12);
        Assert.Equal(["random", "local:steps=10"], days.Policies.Select(p => p.Label));
        Assert.True(GenerationSimulator.Run(day, days.Policies[1], 1).Jobs.OnTime > 10_000);
    }

    [Theory]
    [InlineData("kind: generation", "kind: generatoin", "test.yaml:1:7: kind: must be 'generation', not 'generatoin' (did you mean 'generation'?)")]
    [InlineData("kind: generation\n", "", "test.yaml:1:1: kind: is missing; a day of generation says 'kind: generation'")]
    [InlineData("slot: 10 min", "slot: 7 min", "test.yaml:3:7: slot: a day must be a whole number of slots; 420 s make 205.714")]
    [InlineData("fast: 5 s", "fast: 5 kW", "test.yaml:4:20: deadlines.fast: must be a duration in (0 s, 1 h], not '5 kW' (it has the unit 'kW'; allowed units are us, ms, s, min, h, d)")]
    [InlineData("{ fast: 5 s, slow: 1 min }", "{}", "test.yaml:4:12: deadlines: must have at least one deadline")]
    [InlineData("model: tiny", "model: tinny", "test.yaml:10:27: providers[0].model: there is no model 'tinny'; did you mean 'tiny'?")]
    [InlineData("gpus: 4,", "gpus: 4.5,", "test.yaml:11:39: providers[1].gpus: must be a whole number where the queue is fifo, not 4.5")]
    [InlineData("gpus: 4,", "gpus: 0,", "test.yaml:11:39: providers[1].gpus: must be a number in (0, 100000], not '0'")]
    [InlineData("[0.5, 1]", "[1, 0.5]", "test.yaml:11:82: providers[1].gpu.clocks: must be ascending, but 1 is followed by 0.5")]
    [InlineData("name: south", "name: north", "test.yaml:11:13: providers[1].name: the name 'north' is already taken; sites and ingresses need different names")]
    [InlineData("to: south", "to: sout", "test.yaml:13:30: transfer.links[0].to: there is no 'sout' among the providers; did you mean 'south'?")]
    [InlineData("{ price: 40 USD/MWh, ", "{ ", "test.yaml:8:11: provider-defaults.energy.price: is missing; it must be a price of energy in [-100 USD/kWh, 100 USD/kWh], or a mapping with source: file | daily | synthetic")]
    [InlineData("steps: 10", "steps: 0", "test.yaml:15:42: policies[1].steps: 'steps' must be a whole number in [1, 1000], not '0'")]
    [InlineData("[random,", "[randum,", "test.yaml:15:12: policies[0]: there is no policy 'randum'; did you mean 'random'?")]
    [InlineData("jobs-per-slot: 500", "hour-weights: [1, 2]", "test.yaml:14:27: arrivals.hour-weights: must be a list of 24 to 24 weights, one an hour, not a list (it has 2)")]
    public void A_mistake_is_reported_with_its_place_and_what_is_allowed(string part, string replacement, string message)
    {
        Assert.Contains(part, Small, StringComparison.Ordinal);
        var error = Assert.Throws<ScenarioException>(() => GenerationReader.Parse(Small.Replace(part, replacement, StringComparison.Ordinal), "test.yaml"));
        Assert.Equal(message, error.Problems[0].ToString());
    }

    [Fact]
    public void Shape_of_the_day_may_come_from_a_workload()
    {
        // Three requests between 6 and 7, one between 20 and 21.
        const string Requests = "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 06:01:00.0000000,1,1\n2023-11-16 06:30:00.0000000,1,1\n2023-11-16 06:59:00.0000000,1,1\n2023-11-16 20:10:00.0000000,1,1\n";
        var arrivals = GenerationReader.Parse(With("jobs-per-slot: 500", "jobs-per-slot: 500, hour-file: data/requests.csv"), "test.yaml", path => path == "data/requests.csv" ? Text(Requests) : null).Day.Arrivals;
        Assert.Equal(24 * 250 * 0.75, arrivals.MeanJobs(0, 2, 6.5), 9);
        Assert.Equal(24 * 250 * 0.25, arrivals.MeanJobs(1, 2, 20), 9);
        Assert.Equal(0, arrivals.MeanJobs(0, 2, 12));
    }

    [Theory]
    [InlineData("hour-file: none.csv", "test.yaml:14:24: arrivals.hour-file: there is no file 'none.csv'")]
    [InlineData("hour-file: prices.csv", "test.yaml:14:24: arrivals.hour-file: the file has no arrivals; it has price in USD/kWh")]
    [InlineData("hour-file: prices.csv, hour-weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", "test.yaml:14:24: arrivals.hour-file: cannot be beside hour-weights: both give the shape of the day")]
    public void A_workload_that_cannot_give_a_shape_is_refused(string written, string message) => Assert.Equal(message, Problem(With("jobs-per-slot: 500", written)));

    [Theory]
    [InlineData("2024-03-01", "test.yaml:2:8: start: price is known from 2024-03-01 00:00 to 2024-03-02 00:00 UTC, not at 2024-02-29 00:00:00.")]
    [InlineData("2024-03-02", "test.yaml:2:8: start: price is known from 2024-03-01 00:00 to 2024-03-02 00:00 UTC, not at 2024-03-02 00:10:00.")]
    public void Signals_must_reach_from_the_day_before_to_the_last_day(string start, string message) =>
        Assert.Equal(message, Problem(With("2024-03-01T06:00Z", start + "T00:00Z").Replace("price: 40 USD/MWh", "price: { source: file, file: prices.csv }", StringComparison.Ordinal)));

    [Fact]
    public void Each_reader_says_what_the_other_kind_of_file_is()
    {
        Assert.Contains("kind: the file is a day of generation", Assert.Throws<ScenarioException>(() => ScenarioReader.Parse(Small, "test.yaml")).Message, StringComparison.Ordinal);
        Assert.Contains("kind: is missing", Assert.Throws<ScenarioException>(() => GenerationReader.Parse(Yaml.Small, "test.yaml")).Message, StringComparison.Ordinal);
        Assert.Equal((ScenarioKind.Generation, ScenarioKind.Fleet), (ScenarioCatalog.KindOf(Repository.Scenario("aigc-day")), ScenarioCatalog.KindOf(Repository.Scenario("paper"))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shipped_day_can_be_run_and_says_what_it_shows(string name)
    {
        var days = GenerationReader.Read(Repository.Scenario(name));
        Assert.Equal(name, days.Day.Name);
        Assert.True(days.Description.Length > 100);
        Assert.Equal(new ScenarioSummary(name, days.Title, days.Description), Catalog.Describe(name));
        var result = GenerationSimulator.Run(days.Of(1), new PolicySpec("least-loaded"), 1);
        Assert.Equal((288 * 4 * days.Day.Providers.Count, 0), (result.Decisions, result.Replaced));
        Assert.Equal(0, result.Energy.UnservedKwh);
    }

    [Theory]
    [InlineData("aigc-day", false)]
    [InlineData("aigc-hard", true)]
    public void Shipped_days_are_the_presets_with_sites_of_the_sizing_rule(string name, bool isHard)
    {
        var written = GenerationReader.Read(Repository.Scenario(name)).Of(0);
        var preset = isHard ? GenerationPresets.Hard(TestDays.Signals(1)) : GenerationPresets.Normal(TestDays.Signals(1));
        Assert.Equal(preset.Deadlines.Select(d => d.WithinS), written.Deadlines.Select(d => d.WithinS));
        for (var i = 0; i < 9; i++)
            Assert.Equal(preset.Link(i / 3, i % 3), written.Link(i / 3, i % 3));
        Assert.Equal((preset.Arrivals with { RisingHours = [] }, preset.Terms), (written.Arrivals with { RisingHours = [] }, written.Terms));
        foreach (var (x, y) in preset.Providers.Zip(written.Providers))
        {
            Assert.Equal((x.Model, x.Gpus), (y.Model, y.Gpus));
            Assert.Equal((x.Gpu.IdleW, x.Gpu.HostW), (y.Gpu.IdleW, y.Gpu.HostW));
            Assert.Equal(1, y.Energy.Battery!.CapacityKwh / x.Energy.Battery!.CapacityKwh, 0.01);
            Assert.Equal(1, y.Energy.Pv!.NominalKw / x.Energy.Pv!.NominalKw, 0.02);
            Assert.Equal(1, y.Energy.Wind!.NominalKw / x.Energy.Wind!.NominalKw, 0.02);
            Assert.Equal(1, y.Energy.Grid.ImportKw / x.Energy.Grid.ImportKw, 0.01);
            Assert.Equal(x.Energy.Cooling, y.Energy.Cooling);
        }
    }

    private static string With(string part, string replacement) => Small.Replace(part, replacement, StringComparison.Ordinal);

    private static string Problem(string text) =>
        Assert.Throws<ScenarioException>(() => GenerationReader.Parse(text, "test.yaml", path => path == "prices.csv" ? Text(DayOfPrices()) : null)).Problems[0].ToString();

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string DayOfPrices() =>
        "Datetime (UTC),Datetime (Local),Price (USD/MWh)\n" + string.Concat(Enumerable.Range(0, 24).Select(h => $"2024-03-01 {h:00}:00:00,2024-03-01 {h:00}:00:00,{30 + h}\n"));
}
