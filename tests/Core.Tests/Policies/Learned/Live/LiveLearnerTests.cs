using ControlPlane.Core.Tests.Learning;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Core.Tests.Policies.Learned.Live;

/// <summary>Learning from decisions that somebody else takes.</summary>
public sealed class LiveLearnerTests
{
    private static readonly Scenario Paper = PaperFleet.Independent;

    [Fact]
    public void A_follower_of_the_policy_that_learns_learns_the_same_to_the_bit()
    {
        var (own, other) = (Learner(), Learner());
        Run(Paper with { HorizonS = 6 * 3600 }, seed: 7, (_, context) =>
        {
            var follower = new PricedFollower(context, other, 0.5, Centring.Taken);
            return new Eavesdropper(new PricedTrainee(context, own, 0.5), (in Job job, FleetView view, in Placement done) => follower.Follow(job, view, done));
        });
        Assert.True(own.Updates > 100, $"{own.Updates} updates");
        Assert.Equal(Bytes(own.Critic), Bytes(other.Critic));
        Assert.Equal(own.Decisions, other.Decisions);
    }

    [Fact]
    public void A_learner_that_is_kept_and_read_goes_on_to_the_bit()
    {
        var (whole, kept, read) = (Live(null), Live(null), Live(null));
        Listen(whole, "least-loaded", hours: 2, seed: 1);
        Listen(kept, "least-loaded", hours: 2, seed: 1);
        using var file = new MemoryStream(Bytes(kept));
        Checkpoint.Read(file, "live", read);
        Listen(whole, "least-loaded", hours: 2, seed: 2);
        Listen(read, "least-loaded", hours: 2, seed: 2);
        Assert.True(whole.Updates > 500, $"{whole.Updates} updates");
        Assert.Equal(Bytes(whole), Bytes(read));
    }

    [Fact]
    public void A_learner_that_begins_with_a_model_gives_its_prices_until_it_has_learned()
    {
        var (shipped, begun) = (Shipped(), Live(Shipped()).Snapshot("test"));
        Assert.Equal(Hash(shipped), Hash(begun));
        Assert.NotEqual(Hash(shipped), Hash(Live(null).Snapshot("test")));

        static string Hash(ILearnedModel model) => Run(Paper with { HorizonS = 3600 }, 1, (_, context) => model.Decide(context, 1000)).EventLogHash;
    }

    [Fact]
    public void Holds_and_decisions_that_are_no_options_end_the_trail_and_are_counted()
    {
        var view = new FleetView(TestFleets.Model(TestFleets.Site("a", 8), TestFleets.Site("b", 8)));
        var learner = new LiveLearner(view.Model, new LiveSettings { Prices = 1 }, null);
        var stream = learner.Join(new PolicyContext(view, new RandomStream(1, "live"), null, 400, 1));
        Assert.Equal(Followed.Learned, Follow(new Placement(0, view.Model.Tables[0].Efficient(2))));
        Assert.Equal(Followed.Outside, Follow(Placement.Hold));
        Assert.Equal(Followed.Outside, Follow(new Placement(0, default)));
        // More than is free: the site gives what there is; and where nothing is, others have room.
        view.Report(view.Sites[1] with { FreeGpus = 2 });
        Assert.Equal(Followed.Learned, Follow(new Placement(1, view.Model.Tables[1].Efficient(4))));
        view.Report(view.Sites[1] with { FreeGpus = 0 });
        Assert.Equal(Followed.Outside, Follow(new Placement(1, view.Model.Tables[1].Efficient(4))));
        for (var site = 0; site < 2; site++)
            view.Report(view.Sites[site] with { Accepting = false });
        Assert.Equal(Followed.Held, Follow(Placement.Hold));
        stream.Miss(3);
        Assert.Equal(new LiveCounts(2, 1, 3, 3), learner.Counts);

        Followed Follow(Placement done) => stream.Follow(new Job(new JobId(1), 0, 400, view.NowS), done);
    }

    [Fact]
    public void Following_allocates_nothing()
    {
        var view = new FleetView(Paper.Fleet);
        var learner = new LiveLearner(Paper.Fleet, new LiveSettings { WarmUp = 256, Capacity = 1000 }, null);
        var stream = learner.Join(new PolicyContext(view, new RandomStream(1, "live"), null, 400, 20));
        var nowS = 0.0;
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                view.SetTime(nowS += 5);
                var site = i % view.Sites.Length;
                stream.Follow(new Job(new JobId(i), 0, 400, nowS), new Placement(site, new Allocation(1 + i % 4, 3)));
                view.Report(view.Sites[site]);
            }
        }));
        Assert.True(learner.Updates > 0);
    }

    [LongFact("a minute and a half")]
    public void Another_ones_decisions_bring_one_that_knew_nothing_nearer_to_the_frontier()
    {
        const int Hours = 20;
        var plan = new HeldOutPlan { BudgetsS = [800, 2000], Loads = [1, 1.5], HorizonS = 4 * 3600 };
        var before = HeldOut.Measure(Paper, plan, Live(null).Snapshot("test")).Score;
        var after = Enumerable.Range(1, 3).Select(seed =>
        {
            var learner = Live(null);
            Listen(learner, "masked-uniform", Hours, seed, load: 1.25);
            return HeldOut.Measure(Paper, plan, learner.Snapshot("test")).Score;
        }).ToArray();
        Assert.True(after.Max() < before, $"{before:F3} before, then {string.Join(", ", after.Select(a => $"{a:F3}"))}");
    }

    private static PricedModel Shipped() => (PricedModel)LearnedModels.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "chsac.model")));

    private static PricedLearner Learner() =>
        (PricedLearner)LearnerCatalog.Create(PolicySpec.Parse("priced:width=8,memory=2000", LearnerCatalog.All), Paper.Fleet, 3);

    private static LiveLearner Live(ILearnedModel? start) => new(Paper.Fleet, new LiveSettings(), start);

    private static void Listen(LiveLearner learner, string policy, int hours, int seed, double load = 1) =>
        Run(Paper with { HorizonS = hours * 3600, Load = Paper.Load * load }, seed, (spec, context) =>
        {
            var stream = learner.Join(context);
            return new Eavesdropper(Make(policy, context), (in Job job, FleetView _, in Placement done) => stream.Follow(job, done));
        });

    private static IPlacementPolicy Make(string policy, PolicyContext context) =>
        PolicyCatalog.Create(PolicySpec.Parse(policy), context);

    private static RunResult Run(Scenario scenario, int seed, Func<PolicySpec, PolicyContext, IPlacementPolicy> make) =>
        Simulator.Run(scenario, new PolicySpec("chsac"), seed, new RunOptions { Host = new DirectHost(make) });

    private static byte[] Bytes(ICheckpointed state)
    {
        using var file = new MemoryStream();
        Checkpoint.Write(file, "live", state);
        return file.ToArray();
    }
}
