using ControlPlane.Fleet.Randomness;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Generation;
using ControlPlane.Simulation.Generation.Training;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Core.Tests.Generation.Learned;

public sealed class SchedulingTrainingTests
{
    private static readonly GenerationDays Hard = GenerationReader.Read(Path.Combine(Repository.Root, "scenarios", "aigc-hard.yaml"));

    // Two hours of a day.
    private static readonly GenerationDays Short = Hard with { Day = Hard.Day with { SlotCount = 24 } };
    private static readonly SchedulingShape Shape = GenerationTrainingSession.ShapeOf(Hard.Day);

    [Theory]
    [InlineData("sac", 100)]
    [InlineData("shared-out", 100)]
    [InlineData("dress", 100)]
    [InlineData("td3", 100)]
    [InlineData("ppo", 5)]
    [InlineData("priced", 100)]
    public void A_session_that_is_kept_between_days_goes_on_to_the_bit(string preset, int leastUpdates)
    {
        var (whole, kept, read) = (Session(), Session(), Session());
        for (var day = 0; day < 4; day++)
            whole.Next();
        kept.Next();
        kept.Next();
        using var file = new MemoryStream();
        Checkpoint.Write(file, "training", kept);
        file.Position = 0;
        Checkpoint.Read(file, "training", read);
        Assert.Equal(2, read.Round);
        read.Next();
        Assert.True(read.Next().Updates > leastUpdates && read.IsDone);
        Assert.Equal(Bytes(whole), Bytes(read));

        GenerationTrainingSession Session() => new(new(Short) { Rounds = 4, HeldOutDays = 1 }, Learner(preset));
    }

    [Fact]
    public void Held_out_days_are_never_learned_from()
    {
        var plan = new GenerationTrainingPlan(Hard) { Seed = 3 };
        var learned = Enumerable.Range(0, 200).Select(round => plan.LearnedSeed(round) % Hard.Days).ToHashSet();
        var heldOut = Enumerable.Range(0, 20).Select(day => plan.HeldOutSeed(day) % Hard.Days).ToHashSet();
        Assert.True(learned.Count > 10 && heldOut.Count > 3);
        Assert.Empty(learned.Intersect(heldOut));
    }

    [Fact]
    public void Learned_prices_of_capacity_beat_the_best_rule_without_foresight()
    {
        var plan = new GenerationTrainingPlan(Hard) { Rounds = TestScale.Pick(8, 30), RoundsPerLook = 30, HeldOutDays = 2 };
        for (var seed = 1; seed <= TestScale.Pick(1, 5); seed++)
        {
            var session = new GenerationTrainingSession(plan with { Seed = seed }, Priced(seed));
            TrainingRound? last = null;
            while (!session.IsDone)
                last = session.Next();
            var rule = Enumerable.Range(0, 2).Average(i => Rule("least-loaded", plan.HeldOutSeed(i)));
            var oracle = Enumerable.Range(0, 2).Average(i => Rule("greedy", plan.HeldOutSeed(i)));
            Assert.True(last!.HeldOut!.Value.Main > rule + TestScale.Pick(20, 80) / 100.0 * (oracle - rule), $"seed {seed}: {last.HeldOut.Value.Main:0.0} USD, {rule:0.0} by the rule, {oracle:0.0} by the oracle");
        }

        static double Rule(string name, long seed) => TestDays.Run(Hard.Of(seed), name == "greedy" ? name : "least-loaded:steps=10", seed).UtilityUsd;
    }

    [Theory]
    [InlineData("sac")]
    [InlineData("td3")]
    [InlineData("ppo")]
    [InlineData("priced")]
    public void A_model_read_back_decides_the_same_and_explains_itself(string preset)
    {
        var model = Trained(preset);
        var read = SchedulingModels.Read(model.ToBytes());
        Assert.Equal((model.Card.Preset, model.Card.Updates), (read.Card.Preset, read.Card.Updates));
        Assert.True(model.Parameters > 500 && model.Parameters == read.Parameters);
        var (first, second) = (model.NewPolicy(), read.NewPolicy());
        using var day = new GenerationDay(Short.Of(5), 5);
        for (var decisions = 0; !day.IsOver && decisions < 60; decisions++)
        {
            var said = first.Decide(day.View);
            Assert.Equal(said, second.Decide(day.View));
            Assert.True(day.View.IsFeasible(said));
            var explained = first.Explain(day.View);
            Assert.Equal(30, explained.Options.Count);
            Assert.Contains(explained.Options, o => o.Provider == said.Provider && o.Steps == said.Steps && o.Score is not null);
            if (preset != "sac")
                Assert.Equal((said.Provider, said.Steps), (explained.Options[0].Provider, explained.Options[0].Steps));
            day.Apply(said);
        }
    }

    [Theory]
    [InlineData("sac")]
    [InlineData("priced")]
    public void A_damaged_a_truncated_and_a_foreign_model_are_refused_each_by_name(string preset)
    {
        var bytes = Trained(preset).ToBytes();
        Assert.Equal(CheckpointFault.Truncated, Fault(bytes[..(bytes.Length / 2)]));
        bytes[bytes.Length / 2] ^= 1;
        Assert.Equal(CheckpointFault.Corrupt, Fault(bytes));
        Assert.Equal(CheckpointFault.WrongKind, Fault(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "chsac.model"))));

        static CheckpointFault Fault(byte[] bytes) => Assert.Throws<CheckpointException>(() => SchedulingModels.Read(bytes)).Fault;
    }

    [Fact]
    public void A_model_of_pairs_refuses_other_providers_and_the_shield_decides_then()
    {
        var policy = Trained("sac").NewPolicy();
        var two = Short.Of(5) with { Providers = [.. Short.Day.Providers.Take(2)], Signals = [.. Short.Of(5).Signals.Take(2)], Links = [.. Short.Day.Links.Take(2).Select(row => row.Take(2).ToArray())] };
        using var day = new GenerationDay(two, 5);
        Assert.Contains("3 providers", Assert.Throws<ArgumentException>(() => policy.Decide(day.View)).Message, StringComparison.Ordinal);
        Assert.True(GenerationSimulator.Run(two, policy, "sac", 5).Replaced > 0);
    }

    [Fact]
    public void Prices_of_capacity_decide_for_providers_that_they_were_not_trained_with()
    {
        var two = Short.Of(5) with { Providers = [.. Short.Day.Providers.Take(2)], Signals = [.. Short.Of(5).Signals.Take(2)], Links = [.. Short.Day.Links.Take(2).Select(row => row.Take(2).ToArray())] };
        Assert.Equal(0, GenerationSimulator.Run(two, Trained("priced").NewPolicy(), "priced", 5).Replaced);
    }

    [Fact]
    public void A_teacher_takes_the_first_decisions()
    {
        var settings = SacSchedulingSettings.For(Shape, hasQuotes: false, 1);
        var teacher = GenerationPolicyCatalog.Create(new("greedy"), new RandomStream(1, "teacher"));
        var taught = new GenerationTrainingSession(new(Short) { Rounds = 1, HeldOutDays = 1 }, new SacSchedulingLearner(settings with { TaughtDecisions = 10_000 }, teacher)).Next();
        var alone = new GenerationTrainingSession(new(Short) { Rounds = 1, HeldOutDays = 1 }, new SacSchedulingLearner(settings)).Next();
        // Utility, USD, and late jobs, percent, of the day that was learned from.
        Assert.True(taught.Figures[0] > alone.Figures[0] && taught.Figures[1] < 5);
    }

    private static ISchedulingModel Trained(string preset)
    {
        var learner = Learner(preset);
        new GenerationTrainingSession(new(Short) { Rounds = 1, HeldOutDays = 1 }, learner).Next();
        return learner.Snapshot("short");
    }

    private static ISchedulingLearner Learner(string preset) => preset switch
    {
        "sac" => Made("jemas-sac:quotes=1,pay-out=delayed,slots=2,width=16,warm-up=200,memory=2000"),
        "shared-out" => Made("jemas-sac:quotes=1,pay-out=delayed,slots=2,width=16,warm-up=200,memory=2000,shared-out=1"),
        "dress" => Made("jemas-sac:shaper=dress,weight=0.4,width=16,warm-up=600,memory=2000"),
        "td3" => Made("jemas-td3:pay-out=delayed,slots=2,width=16,warm-up=200,memory=2000"),
        "ppo" => Made("jemas-ppo:decisions=100,width=16"),
        _ => Priced(1, warmUp: 200),
    };

    private static ISchedulingLearner Made(string text) => SchedulingLearnerCatalog.Create(PolicySpec.Parse(text, SchedulingLearnerCatalog.All), new(Shape, 3456, 1));

    private static PricedSchedulingLearner Priced(long seed, int warmUp = 1000) => new(PricedSchedulingSettings.For(Shape, seed) with { WarmUp = warmUp });

    private static byte[] Bytes(ICheckpointed session)
    {
        using var file = new MemoryStream();
        Checkpoint.Write(file, "training", session);
        return file.ToArray();
    }
}
