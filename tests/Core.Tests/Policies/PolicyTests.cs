using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Policies;

public sealed class PolicyTests
{
    public static TheoryData<string> Names => [.. PolicyCatalog.All.Select(p => p.Name)];

    private static readonly Job AnyJob = new(new JobId(1), 0, 400, 0);

    [Theory]
    [MemberData(nameof(Names))]
    public void Policy_sends_jobs_only_where_the_mask_lets_it(string name)
    {
        var view = View();
        var policy = Create(name, view);
        Report(view, 0, isUp: false);
        Report(view, 1, accepting: false);
        for (var i = 0; i < 50; i++)
            Assert.Equal(2, policy.Place(AnyJob, view).Site);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Policy_holds_a_job_that_no_site_may_take(string name)
    {
        var view = View();
        var policy = Create(name, view);
        for (var site = 0; site < 3; site++)
            Report(view, site, isUp: false);
        Assert.True(policy.Place(AnyJob, view).IsHold);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Policy_obeys_the_constraint_of_a_job(string name)
    {
        var view = View();
        var policy = Create(name, view);
        var job = AnyJob with { Constraint = new SiteSet(3, [1]) };
        for (var i = 0; i < 20; i++)
            Assert.Equal(1, policy.Place(job, view).Site);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_decision_of_a_run_is_explained_and_masked_options_say_why(string name)
    {
        var scenario = TestFleets.WithPrices(TestFleets.Small(horizonS: 4_000, ratePerS: 0.05));
        var watcher = new Watcher();
        Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(name)), 3, new RunOptions { Observer = watcher });
        Assert.True(watcher.Decisions > 200);
    }

    [Theory]
    [InlineData("round-robin")]
    [InlineData("weighted-round-robin")]
    [InlineData("least-loaded")]
    [InlineData("shortest-completion")]
    [InlineData("least-energy")]
    public void First_option_of_an_explanation_is_the_one_taken(string name)
    {
        var watcher = new Watcher { FirstMustWin = true };
        Simulator.Run(TestFleets.Small(horizonS: 8_000, ratePerS: 0.01), PolicyModels.Load(new PolicySpec(name)), 3, new RunOptions { Observer = watcher });
        Assert.True(watcher.Decisions > 100);
    }

    [Fact]
    public void Least_loaded_finds_through_its_index_what_a_scan_finds()
    {
        var everywhere = new SiteSet(3, [0, 1, 2]);
        var view = View();
        var policy = Create("least-loaded", view);
        var random = new RandomStream(5, "status");
        for (var i = 0; i < 500; i++)
        {
            Report(view, random.NextBelow(3), free: random.NextBelow(4), queued: random.NextBelow(6), accepting: random.NextUniform() < 0.9);
            Assert.Equal(policy.Place(AnyJob with { Constraint = everywhere }, view), policy.Place(AnyJob, view));
        }
    }

    [Fact]
    public void Weighted_round_robin_gives_each_site_its_share_of_the_work_it_can_do()
    {
        var view = View();
        var policy = Create("weighted-round-robin", view);
        var counts = new int[3];
        for (var i = 0; i < 10_000; i++)
            counts[policy.Place(AnyJob, view).Site]++;
        // Sites of 24, 4 and 12 GPUs; four GPUs do a unit in 0.26 s, at the slow site in 0.52 s.
        double[] weights = [24 / 0.26, 4 / 0.26, 12 / 0.52];
        for (var site = 0; site < 3; site++)
            Assert.InRange(counts[site] - 10_000 * weights[site] / weights.Sum(), -2, 2);
    }

    [Fact]
    public void Power_of_all_choices_is_least_loaded()
    {
        var view = View();
        Report(view, 0, free: 0, queued: 4);
        Report(view, 2, free: 1, queued: 0);
        var policy = PolicyCatalog.Create(new PolicySpec("power-of-d", new Dictionary<string, string> { ["d"] = "3" }), Context(view));
        Assert.Equal(1, policy.Place(AnyJob, view).Site);
    }

    [Theory]
    [InlineData("least-loaded", "gpus", "0")]
    [InlineData("least-loaded", "gpus", "1.5")]
    [InlineData("least-loaded", "gpus", "NaN")]
    [InlineData("least-loaded", "clock", "turbo")]
    [InlineData("least-loaded", "speed", "1")]
    [InlineData("dp", "gpus", "1")]
    [InlineData("fluid", "budget", "-1")]
    public void Wrong_setting_is_refused_with_its_name(string policy, string setting, string value)
    {
        var spec = new PolicySpec(policy, new Dictionary<string, string> { [setting] = value });
        var error = Assert.Throws<ArgumentException>(() => PolicyCatalog.Create(spec, Context(View())));
        Assert.Contains($"'{setting}'", error.Message);
    }

    [Fact]
    public void Unknown_policy_is_refused_with_the_names_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => PolicyCatalog.Create(new PolicySpec("magic"), Context(View())));
        Assert.Contains("least-loaded", error.Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Policies_that_workers_serve_learn_nothing_from_jobs_that_end_and_take_none_back(string name)
    {
        var (fed, other) = (Create(name, View()), Create(name, View()));
        var site = new DataCenter(0, TestFleets.Site("large", 24), TestFleets.Site("large", 24).MakeTable());
        var item = WorkItem.Submitted(AnyJob) with { Wanted = new Allocation(1, 1) };
        var differs = false;
        for (var i = 0; i < 20; i++)
        {
            var status = site.Status(i);
            differs |= fed.Allocate(item, status) != other.Allocate(item, status);
            fed.Completed(new Run(item, new Allocation(1, i % 2), 1, 100, i, i + 1, 0, i), 0, i + 1);
        }

        var descriptor = PolicyCatalog.Find(name)!;
        if (descriptor.IsServedByWorkers)
            Assert.False(differs || fed.ReplacesOnFinish);
        else
            Assert.True(differs || fed.ReplacesOnFinish || name == "fluid" || descriptor.NeedsRates, "nothing is known that keeps workers from serving it");
    }

    [Fact]
    public void The_documentation_marks_the_policies_that_workers_serve()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "docs", "POLICIES.md")).TakeWhile(l => l != "## Rules for generation jobs");
        var rows = lines.Where(l => l.StartsWith("| `", StringComparison.Ordinal));
        var marked = rows.Select(l => (l.Split('`')[1], l.EndsWith("| yes |", StringComparison.Ordinal)));
        Assert.Equal(PolicyCatalog.All.Select(p => (p.Name, p.IsServedByWorkers)), marked);
    }

    private static FleetView View()
    {
        var view = new FleetView(TestFleets.Small().Fleet);
        for (var site = 0; site < view.Sites.Length; site++)
            view.SetRate(site, new EnergyRate(0.1, 0.4));
        return view;
    }

    private static PolicyContext Context(FleetView view) => new(view, new RandomStream(1, "policy"), null, 400, 16);

    private static IPlacementPolicy Create(string name, FleetView view) => PolicyCatalog.Create(PolicyModels.Load(new PolicySpec(name)), Context(view));

    private static void Report(FleetView view, int site, int? free = null, int queued = 0, bool isUp = true, bool accepting = true)
    {
        var gpus = isUp ? view.Model.Sites[site].GpuCount : 0;
        view.Report(new SiteStatus(site, gpus, Math.Min(gpus, free ?? gpus), 0, queued, isUp && accepting, isUp, false, 0, 0));
    }

    private sealed class Watcher : IDecisionObserver
    {
        private Explanation? _explanation;

        public bool FirstMustWin { get; init; }

        public int Decisions { get; private set; }

        public void Deciding(in Job job, FleetView view, IPlacementPolicy policy)
        {
            _explanation = policy.Explain(job, view);
            Assert.NotEmpty(_explanation.Rule);
            Assert.True(_explanation.Options.Select(o => o.Site).Distinct().Count() == view.Model.SiteCount, "an option for every site");
            Assert.All(_explanation.Options, o => Assert.True(o.Mask == MaskReason.None || o.Score is null));
        }

        public void Decided(in Job job, in Placement placement)
        {
            Decisions++;
            var chosen = placement;
            if (placement.IsHold)
                return;
            Assert.Contains(_explanation!.Options, o => o.Site == chosen.Site);
            if (FirstMustWin && _explanation.Options[0].Mask == MaskReason.None && _explanation.Options[0].Score is not null)
                Assert.Equal(_explanation.Options[0].Site, chosen.Site);
        }
    }
}
