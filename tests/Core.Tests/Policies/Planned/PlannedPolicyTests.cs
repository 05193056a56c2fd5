using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Planned;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Core.Tests.Policies.Planned;

/// <summary>Jobs go where the plan has room and where it costs least at the plan's prices.</summary>
public sealed class PlannedPolicyTests
{
    private static readonly Job AnyJob = new(new JobId(1), 0, 400, 0);

    [Fact]
    public void Busy_gpus_rise_above_a_cap_only_where_no_allowed_site_has_room_below_its_own()
    {
        var random = new RandomStream(7, "caps");
        var exceeded = 0;
        for (var i = 0; i < 1000; i++)
        {
            var view = View();
            int[] sizes = [24, 4, 12];
            double[] caps = [random.NextBelow(26), random.NextBelow(6), random.NextBelow(14)];
            int[] free = [.. sizes.Select(n => random.NextBelow(n + 1))];
            var job = random.NextUniform() < 0.3 ? AnyJob with { Constraint = new SiteSet(3, [random.NextBelow(3), random.NextBelow(3)]) } : AnyJob;
            for (var site = 0; site < 3; site++)
                Report(view, site, free[site], accepting: random.NextUniform() < 0.9);
            var placement = Make(view, PlanSpecs.Of(view.Model, [.. caps.Select(c => new[] { c })])).Place(job, view);
            if (placement.IsHold)
                continue;
            Assert.Equal(MaskReason.None, Feasibility.Check(job, view.Sites[placement.Site]));
            int Busy(int site) => sizes[site] - free[site];
            bool HasRoom(int site) => Feasibility.Check(job, view.Sites[site]) == MaskReason.None && free[site] > 0 && Busy(site) + 1 <= caps[site];
            if (Enumerable.Range(0, 3).Any(HasRoom))
                Assert.True(Busy(placement.Site) + placement.Wanted.Gpus <= caps[placement.Site], $"{placement} with {Busy(placement.Site)} busy, cap {caps[placement.Site]}");
            else
                exceeded++;
        }

        Assert.InRange(exceeded, 50, 950);
    }

    [Fact]
    public void Where_all_keep_as_many_busy_as_planned_the_one_least_above_its_cap_for_its_size_takes_the_job_and_says_so()
    {
        var view = View();
        Report(view, 0, free: 12);
        Report(view, 1, free: 1);
        Report(view, 2, free: 6);
        // 12 of 24 busy where 6 may be, 3 of 4 where 2 may be, 6 of 12 where 5 may be: 25 %, 25 % and 8 % too many.
        var policy = Make(view, PlanSpecs.Of(view.Model, [[6], [2], [5]]));
        var explanation = policy.Explain(AnyJob, view);
        Assert.Equal(2, policy.Place(AnyJob, view).Site);
        Assert.Contains(explanation.Notes, n => n.Key == "cap exceeded" && n.Value.Contains("slow is least above its cap", StringComparison.Ordinal));
        // Those that were not chosen are kept out by the plan.
        Assert.All(explanation.Options.Where(o => o.Site != 2), o => Assert.StartsWith("by plan: at most", o.Because, StringComparison.Ordinal));
    }

    [Fact]
    public void A_site_at_its_cap_is_explained_as_kept_out_by_the_plan_and_caps_can_be_switched_off()
    {
        var view = View();
        var plan = PlanSpecs.Of(view.Model, [[0], [4], [12]]);
        var explanation = Make(view, plan).Explain(AnyJob, view);
        var kept = Assert.Single(explanation.Options, o => o.Site == 0);
        Assert.Equal((MaskReason.NoFreeGpu, (double?)null, "by plan: at most 0 GPUs are to be busy, 0 are or more are on the way"), (kept.Mask, kept.Score, kept.Because));
        Assert.Contains(explanation.Notes, n => n is { Key: "large", Value: "cap 0 of 24 GPUs, 0 busy; energy 0.1000 USD/kWh, a GPU-hour 0.0000 USD" });
        Assert.NotEqual(0, Make(view, plan).Place(AnyJob, view).Site);
        Assert.All(Make(view, plan, ("caps", "off")).Explain(AnyJob, view).Options, o => Assert.Null(o.Because));
    }

    [Fact]
    public void Jobs_follow_the_price_of_energy_from_hour_to_hour_and_that_of_gpus()
    {
        double[][] room = [[24, 24, 24], [4, 4, 4], [12, 12, 12]];
        var view = View();
        // The large site is dear in the second hour, its GPUs in the third.
        var plan = PlanSpecs.Of(view.Model, room, [[0.1, 0.9, 0.1], [0.1, 0.1, 0.1], [0.9, 0.9, 0.9]], [[0, 0, 9], [0.01, 0, 0], [0.01, 0, 0]], repeats: false);
        var policy = Make(view, plan, ("budget", "none"));
        Assert.Equal([0, 1, 1], new[] { 0.0, 3600, 7200 }.Select(At));
        // The plan has ended: mean prices, by which the small site is cheapest, and no caps.
        Assert.Equal(1, At(4 * 3600));
        Assert.Contains(policy.Explain(AnyJob, view).Notes, n => n.Key == "plan" && n.Value.Contains("does not hold any more", StringComparison.Ordinal));
        // A host whose time 0 is the plan's second hour.
        policy = Make(view, plan, ("budget", "none"), ("hour", "1"));
        Assert.Equal(1, At(0));

        int At(double nowS)
        {
            view.SetTime(nowS);
            return policy.Explain(AnyJob, view).Options[0].Site;
        }
    }

    [Fact]
    public void Without_a_plan_it_decides_as_the_price_of_time_does()
    {
        var scenario = TestFleets.Small(ratePerS: 0.08);
        var open = Simulator.Run(scenario, PolicyModels.Load(new PolicySpec("planned", new Dictionary<string, string> { ["budget"] = "300" })), 5);
        Assert.Equal(Simulator.Run(scenario, new PolicySpec("time-price", new Dictionary<string, string> { ["budget"] = "300" }), 5).EventLogHash, open.EventLogHash);
    }

    [Fact]
    public void A_study_by_plan_is_the_same_on_one_thread_and_on_two()
    {
        var scenario = TestFleets.Small(ratePerS: 0.08);
        var plan = PlanSpecs.Of(scenario.Fleet, [[12, 6, 20], [4, 0, 4], [12, 12, 2]], [[0.1, 0.2, 0.1], [0.3, 0.1, 0.1], [0.2, 0.1, 0.4]]);
        var study = new StudyPlan(scenario, [PlanSpecs.Spec(plan)], [1, 2, 3], Parallelism: 1, Frontier: false);
        string[] Logs(StudyPlan s) => [.. Study.Run(s).Policies.SelectMany(p => p.Runs).Select(r => r.EventLogHash)];
        var logs = Logs(study);
        Assert.Equal(logs, Logs(study with { Parallelism = 2 }));
        var shipped = Study.Run(study with { Policies = [PolicyModels.Load(new PolicySpec("planned"))] }).Policies[0].Runs[0].EventLogHash;
        Assert.NotEqual(shipped, logs[0]);
    }

    private static IPlacementPolicy Make(FleetView view, FleetPlan plan, params (string Name, string Value)[] settings) =>
        PolicyCatalog.Create(PlanSpecs.Spec(plan, settings), new PolicyContext(view, new RandomStream(1, "policy"), null, 400, 16));

    private static FleetView View() => new(TestFleets.Small().Fleet);

    private static void Report(FleetView view, int site, int free, bool accepting = true)
    {
        var gpus = view.Model.Sites[site].GpuCount;
        view.Report(new SiteStatus(site, gpus, free, 0, 0, accepting, true, false, 0, 0));
    }
}
