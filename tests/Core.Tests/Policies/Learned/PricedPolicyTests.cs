using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Pricing;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Core.Tests.Policies.Learned;

/// <summary>The policies that decide by prices, with and without a network.</summary>
public sealed class PricedPolicyTests
{
    [Theory]
    [InlineData(700)]
    [InlineData(1500)]
    public void The_price_of_time_keeps_the_budget_and_stays_near_the_frontier(double budgetS)
    {
        var scenario = PaperFleet.Independent with { HorizonS = 2 * 86_400 };
        var run = Simulator.Run(scenario, Spec("time-price", budgetS), 3);
        var above = 100 * (run.JoulesPerUnit / FrontierComparison.Of(scenario, run).JoulesPerUnit - 1);
        Assert.InRange(run.WorkServiceS, budgetS * 0.99, budgetS * 1.01);
        Assert.InRange(above, 0, 2);
        Assert.Equal(0, run.QueueByDay.Max());
    }

    [Fact]
    public void The_least_energy_is_what_no_budget_gives()
    {
        var scenario = PaperFleet.Independent with { HorizonS = 86_400 };
        var none = Simulator.Run(scenario, new PolicySpec("time-price", new Dictionary<string, string> { ["budget"] = "none" }), 3);
        var tight = Simulator.Run(scenario, Spec("time-price", 800), 3);
        Assert.True(none.JoulesPerUnit < tight.JoulesPerUnit);
        Assert.True(none.StartsByGpus[0] > 0.95 * none.StartsByGpus.Sum(), "the least energy is on one GPU");
    }

    [Fact]
    public void A_model_decides_the_same_after_it_was_written_and_read()
    {
        var (model, scenario) = (Untrained(), PaperFleet.Independent with { HorizonS = 4 * 3600 });
        var read = LearnedModels.Read(model.ToBytes());
        Assert.Equal(model.Card.ToText(), read.Card.ToText());
        Assert.Equal(Run(scenario, model).EventLogHash, Run(scenario, read).EventLogHash);
    }

    [Fact]
    public void A_model_of_prices_decides_for_a_fleet_that_it_was_not_trained_on()
    {
        var run = Run(TestFleets.Small(), Untrained());
        Assert.True(run.Jobs.Completed > 0);
        Assert.Equal(0, run.Shield.Total);
    }

    [Fact]
    public void A_model_of_the_paper_refuses_another_fleet_and_says_where_it_differs()
    {
        var model = LearnerCatalog.Create(PolicySpec.Parse("paper:width=8", LearnerCatalog.All), PaperFleet.Independent.Fleet, 1).Snapshot("paper");
        var read = LearnedModels.Read(model.ToBytes());
        var refusal = Assert.Throws<ArgumentException>(() => Run(TestFleets.Small(), read));
        Assert.Contains("another fleet of 8 sites: this one has 'large test 4' where the other has 'us-west H100-PCIe 8'", refusal.Message, StringComparison.Ordinal);
        var short2h = PaperFleet.Independent with { HorizonS = 7200 };
        Assert.Equal(Run(short2h, model, 1250).EventLogHash, Run(short2h, read, 1250).EventLogHash);
        Assert.Contains("keeps a mean service time of 1250 s", Assert.Throws<ArgumentException>(() => Run(short2h, read)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_model_is_refused_and_the_message_says_why()
    {
        var bytes = Untrained().ToBytes();
        Assert.Equal(CheckpointFault.Truncated, Refusal(bytes[..^10]));
        Assert.Equal(CheckpointFault.NotACheckpoint, Refusal([1, 2, 3, 4, 5, 6, 7, 8, 9]));
        bytes[bytes.Length / 2] ^= 1;
        Assert.Equal(CheckpointFault.Corrupt, Refusal(bytes));
        using var other = new MemoryStream();
        Checkpoint.Write(other, "something", new Nothing());
        Assert.Equal(CheckpointFault.WrongKind, Refusal(other.ToArray()));
        using var liar = new MemoryStream();
        Checkpoint.Write(liar, LearnedModels.Kind, new Nothing(), (Untrained().Card with { Settings = new Dictionary<string, double[]> { ["features"] = [1e9] } }).ToText());
        Assert.Equal(CheckpointFault.WrongShape, Refusal(liar.ToArray()));
        Assert.Equal(CheckpointFault.WrongShape, Refusal(Saying("encoder", 4096, 4096, 4096)));
        Assert.Equal(CheckpointFault.WrongShape, Refusal(Saying("encoder")));
        var network = new PriceNetwork<float>(new PricedSettings(1, 19, 8) { Encoder = [8, 8], Head = [8], Quantiles = 4 });
        network.Parameters[0].Value[0, 0] = float.NaN;
        Assert.Equal(CheckpointFault.Corrupt, Refusal(new PricedModel(Untrained().Card, network).ToBytes()));

        static byte[] Saying(string name, params double[] values)
        {
            using var file = new MemoryStream();
            var card = Untrained().Card;
            Checkpoint.Write(file, LearnedModels.Kind, new Nothing(), (card with { Settings = new Dictionary<string, double[]>(card.Settings) { [name] = values } }).ToText());
            return file.ToArray();
        }

        static CheckpointFault Refusal(byte[] file) => Assert.Throws<CheckpointException>(() => LearnedModels.Read(file)).Fault;
    }

    [Fact]
    public void The_catalogue_makes_the_learned_policy_and_refuses_a_spoilt_model_by_name()
    {
        var spec = Spec("chsac", 1000) with { Model = new PolicyModel("mine.model", Untrained().ToBytes()) };
        var scenario = PaperFleet.Independent with { HorizonS = 7200 };
        Assert.True(Simulator.Run(scenario, spec, 1).Jobs.Completed > 0);
        var spoilt = spec with { Model = new PolicyModel("spoilt.model", new byte[] { 1, 2, 3 }) };
        Assert.Contains("'spoilt.model'", Assert.Throws<ArgumentException>(() => Simulator.Run(scenario, spoilt, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_names_every_feasible_count_with_its_cost_and_the_prices()
    {
        var watcher = new Watcher();
        var host = new DirectHost((_, context) => Untrained().Decide(context, 1000));
        Simulator.Run(PaperFleet.Independent with { HorizonS = 600 }, Spec("time-price", 1000), 1, new RunOptions { Host = host, Observer = watcher });
        var explanation = watcher.Explained!;
        Assert.True(watcher.Agrees, "the best option explained is the one taken");
        Assert.InRange(explanation.Options.Count(o => o.Score is not null), 50, 64);
        Assert.True(explanation.Options.Zip(explanation.Options.Skip(1), (a, b) => a.Score <= b.Score).All(x => x));
        Assert.Equal(8, explanation.Notes.Count(n => n.Key.StartsWith("learned price of", StringComparison.Ordinal)));
        Assert.Contains(explanation.Notes, n => n.Key == "price of service time");
    }

    [Fact]
    public void What_is_on_its_way_is_reserved_until_it_arrives_also_when_something_is_always_on_its_way()
    {
        var dear = TestFleets.Site("dear", 64) with { Power = new PowerCoefficients(500, 300, 200) };
        var view = new FleetView(TestFleets.Model(TestFleets.Site("cheap", 64), dear));
        var policy = new PricedPolicy(new PolicyContext(view, new RandomStream(1, "policy"), null, 400, 1), null, double.PositiveInfinity);
        var free = view.Sites[0];
        for (var i = 0; i < 500; i++)
        {
            var placement = policy.Place(new Job(new JobId(i), 0, 400, i), view);
            Assert.Equal(0, placement.Site);
            view.Sent(0);
            // The one before arrives, and by the next report it is done.
            if (i > 0)
                view.Arrived(0);
            view.Report(free);
        }
    }

    private static ILearnedModel Untrained() =>
        LearnerCatalog.Create(PolicySpec.Parse("priced:width=8,quantiles=4", LearnerCatalog.All), PaperFleet.Independent.Fleet, 1).Snapshot("paper-independent");

    private static PolicySpec Spec(string name, double budgetS) => new(name, new Dictionary<string, string> { ["budget"] = $"{budgetS}" });

    private static RunResult Run(Scenario scenario, ILearnedModel model, double budgetS = 1000) =>
        Simulator.Run(scenario, Spec("time-price", budgetS), 5, new RunOptions { Host = new DirectHost((_, context) => model.Decide(context, budgetS)) });

    private sealed class Nothing : ICheckpointed
    {
        public void Exchange(StateExchange state)
        {
        }
    }

    private sealed class Watcher : IDecisionObserver
    {
        public Explanation? Explained { get; private set; }

        public bool Agrees { get; private set; } = true;

        private RankedOption Ranked { get; set; }

        public void Deciding(in Job job, FleetView view, IPlacementPolicy policy)
        {
            Explained = policy.Explain(job, view);
            Span<RankedOption> best = stackalloc RankedOption[3];
            Ranked = policy.Rank(job, view, best) == 3 ? best[0] : default;
        }

        public void Decided(in Job job, in Placement placement)
        {
            var best = Explained!.Options[0];
            Agrees &= (best.Site, best.Allocation) == (placement.Site, placement.Wanted)
                && (Ranked.Site, Ranked.Allocation) == (best.Site, best.Allocation)
                && Math.Abs(Ranked.Score - best.Score!.Value) < 1e-9;
        }
    }
}
