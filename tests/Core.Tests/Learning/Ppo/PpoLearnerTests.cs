using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Ppo;

namespace ControlPlane.Core.Tests.Learning.Ppo;

public sealed class PpoLearnerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Learns_to_go_to_the_end_of_a_masked_chain(long seed)
    {
        var chain = new MaskedChain(seed, decisions: 240);
        Assert.InRange(chain.Value, 0, 0.2);
        chain.Train(TestScale.Pick(25, 100));
        Assert.InRange(chain.Value, 0.97 * MaskedChain.Optimum, MaskedChain.Optimum);
    }

    [Fact]
    public void Training_that_is_resumed_equals_training_that_was_not_interrupted_to_the_bit() => ResumeCheck.Assert(
        seed => new MaskedChain(seed, decisions: 100),
        chain =>
        {
            // It is interrupted in the middle of a rollout.
            chain.Train(2);
            for (var i = 0; i < 37; i++)
                chain.Live();
        });

    [Fact]
    public void Training_and_deciding_allocate_nothing_once_they_run()
    {
        var chain = new MaskedChain(1, decisions: 100);
        chain.Train(4);
        Assert.Equal(0, Allocations.Least(() => chain.Train(1)));
    }

    [Fact]
    public void Epochs_end_where_the_policy_has_diverged_too_far()
    {
        Assert.Equal(4 * 5, Minibatches(double.PositiveInfinity));
        Assert.InRange(Minibatches(1e-4), 2, 5);

        static int Minibatches(double greatest)
        {
            var learner = New(settings => settings with { GreatestDivergence = greatest, ActorRate = 1e-2 });
            for (var i = 0; i < 128; i++)
                learner.Observe(learner.Decide([1, 0], [true, true, false], explore: true), 0);
            return learner.Update().Minibatches;
        }
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var learner = New(settings => settings);
        Assert.Equal("an update needs decisions whose outcomes are known.", Assert.Throws<InvalidOperationException>(() => learner.Update()).Message);
        Assert.Equal("an outcome needs a decision before it.", Assert.Throws<InvalidOperationException>(() => learner.Observe(1, 0)).Message);
        learner.Decide([1, 0], [true, false, false], explore: true);
        Assert.Equal(0, learner.Decide([1, 0], [true, false, false], explore: false));
        Assert.StartsWith("a decision follows another", Assert.Throws<InvalidOperationException>(() => learner.Decide([1, 0], [true, false, false], explore: true)).Message);
        Assert.StartsWith("a reward is NaN", Assert.Throws<ArgumentException>(() => learner.Observe(double.NaN, 0)).Message);
        Assert.StartsWith("a discount lies in 0..1.", Assert.Throws<ArgumentOutOfRangeException>(() => learner.Observe(0, 1.5)).Message);
        learner.Observe(1, 0.9);
        Assert.StartsWith("a state has 0 numbers; it must have 2.", Assert.Throws<ArgumentException>(() => learner.Update()).Message);
        learner.Update([0, 1]);
        Assert.Equal((0, 1L), (learner.Rollout.Count, learner.Updates));
        for (var i = 0; i < 128; i++)
            learner.Observe(learner.Decide([1, 0], [true, true, false], explore: true), 0);
        Assert.StartsWith("the rollout has its 128 decisions", Assert.Throws<InvalidOperationException>(() => learner.Decide([1, 0], [true, true, false], explore: true)).Message);
        Assert.StartsWith("no action is valid", Assert.Throws<ArgumentException>(() => learner.Decide([1, 0], [false, false, false], explore: false)).Message);
    }

    private static PpoLearner<float> New(Func<PpoSettings, PpoSettings> change) =>
        new(change(new(2, ActionSpace.Flat(3)) { Decisions = 128, Batch = 32, Epochs = 5, Actor = [8], Critic = [8], Seed = 1 }), ManagedBackend.Create<float>());
}
