using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Core.Tests.Learning.Shaping;

public sealed class RewardShaperTests
{
    private const int States = RandomWorld.States;
    private const int Actions = RandomWorld.Actions;
    private const int Batch = RandomWorld.Batch;

    [Theory]
    [InlineData(EstimatorKind.Diffusion)]
    [InlineData(EstimatorKind.Network)]
    public void A_potential_leaves_the_best_actions_of_a_random_process_as_they_are(EstimatorKind estimator)
    {
        for (var seed = 1; seed <= TestScale.Pick(5, 50); seed++)
        {
            var world = new RandomWorld(seed);
            var shaper = Taught(world, Settings(ShapingMode.Potential, estimator, seed) with { Weight = 3 }, decisions: 400, steps: 100);
            var shaped = world.ShapedBy(shaper);
            // What is learned moves every reward a long way, and no decision.
            Assert.True(world.LargestChange(shaped) > 0.2);
            Assert.Equal(world.BestActions(world.Rewards), world.BestActions(shaped));
        }
    }

    [Fact]
    public void A_decomposition_with_all_its_weight_may_change_them_which_is_why_it_is_not_said_to_be_invariant()
    {
        var changed = 0;
        for (var seed = 1; seed <= 5; seed++)
        {
            var world = new RandomWorld(seed);
            var shaped = world.ShapedBy(Taught(world, Settings(ShapingMode.Decomposition, EstimatorKind.Network, seed), decisions: 400, steps: 100));
            changed += world.BestActions(world.Rewards).SequenceEqual(world.BestActions(shaped)) ? 0 : 1;
        }

        Assert.True(changed > 0);
    }

    [Theory]
    [InlineData(EstimatorKind.Diffusion, 1)]
    [InlineData(EstimatorKind.Diffusion, 64)]
    [InlineData(EstimatorKind.Network, 1)]
    public void A_decomposition_finds_what_each_action_brought_to_pay_outs_of_whole_windows(EstimatorKind estimator, int latent)
    {
        var settings = Settings(ShapingMode.Decomposition, estimator, seed: 2) with { Latent = latent, Rate = 2e-3, CopyShare = 0.02 };
        var shaper = new RewardShaper<float>(settings, ManagedBackend.Create<float>());
        var random = new RandomStream(5, "windows");
        var (brings, state) = (new[] { -1.0, 0.5, 1.0 }, new float[States]);
        for (var window = 0; window < 1500; window++)
        {
            var paid = 0.0;
            for (var i = 0; i < 4; i++)
            {
                var action = random.NextBelow(Actions);
                paid += brings[action];
                shaper.Decided(state, action);
                shaper.Paid(i == 3 ? paid : 0, isPayOut: i == 3, isEnd: false);
            }
        }

        for (var step = 0; step < TestScale.Pick(1500, 5000); step++)
            shaper.Train();
        var batch = new TransitionBatch<float>(new(States, Actions), Batch);
        for (var row = 0; row < Batch; row++)
            batch.Actions[row] = row % Actions;
        shaper.Shape(batch);
        // A quarter of what an action brings, and three quarters of the mean of all, which the others in its window bring.
        var mean = brings.Average();
        for (var action = 0; action < Actions; action++)
            Assert.Equal(brings[action] / 4 + 0.75 * mean, batch.Rewards[action], 0.08);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(70)]
    public void What_is_shared_out_adds_up_to_what_was_paid_whatever_was_learned(int decisions)
    {
        var world = new RandomWorld(3);
        var settings = Settings(ShapingMode.Decomposition, EstimatorKind.Network, 3);
        foreach (var shaper in new[] { new RewardShaper<float>(settings, ManagedBackend.Create<float>()), Taught(world, settings, 400, 100) })
        {
            var states = new float[decisions * States];
            var (actions, rewards) = (new int[decisions], new double[decisions]);
            for (var i = 0; i < decisions; i++)
                (states[i * States + i % States], actions[i]) = (1, i % Actions);
            shaper.ShareOut(states, actions, 17.25, rewards);
            Assert.Equal(17.25, rewards.Sum(), 1e-9);
            Assert.Equal(shaper.IsReady, rewards.Distinct().Count() > 1);
        }
    }

    [Fact]
    public void Without_its_condition_all_decisions_are_alike()
    {
        var world = new RandomWorld(4);
        foreach (var estimator in Enum.GetValues<EstimatorKind>())
        {
            var shaped = world.ShapedBy(Taught(world, Settings(ShapingMode.Decomposition, estimator, 4) with { IsConditioned = false }, 400, 100));
            Assert.Single(shaped.Distinct());
        }
    }

    [Fact]
    public void Optimism_raises_what_is_uncertain_and_leaves_what_is_not()
    {
        // Action 0 pays 0 always, action 1 pays -1 or 1.
        var (plain, bold) = (Gamble(optimism: 0), Gamble(optimism: 1));
        Assert.Equal(0, bold[0] - plain[0], 0.25);
        Assert.True(bold[1] - plain[1] > 0.4);

        static float[] Gamble(double optimism)
        {
            var settings = Settings(ShapingMode.Decomposition, EstimatorKind.Diffusion, 6) with { Optimism = optimism, Rate = 2e-3, CopyShare = 0.02 };
            var shaper = new RewardShaper<float>(settings, ManagedBackend.Create<float>());
            var random = new RandomStream(6, "gamble");
            for (var i = 0; i < 3000; i++)
            {
                shaper.Decided(new float[States], i % 2);
                shaper.Paid(i % 2 == 0 ? 0 : random.NextBelow(2) * 2 - 1, isPayOut: true, isEnd: false);
            }

            for (var step = 0; step < 2000; step++)
                shaper.Train();
            var batch = new TransitionBatch<float>(new(States, Actions), Batch);
            batch.Actions[1] = 1;
            shaper.Shape(batch);
            return batch.Rewards;
        }
    }

    [Fact]
    public void Labels_of_a_potential_are_the_discounted_rewards_up_to_the_horizon_or_the_end()
    {
        // One action, always the reward 1: within two decisions 1 + γ, and the last decision before an end has only its own.
        var settings = Settings(ShapingMode.Potential, EstimatorKind.Network, 1) with { Horizon = 2, Discount = 0.5, WarmUp = 1, Weight = 1, Rate = 5e-3, CopyShare = 0.05 };
        var shaper = new RewardShaper<float>(settings, ManagedBackend.Create<float>());
        for (var i = 0; i < 400; i++)
        {
            var state = new float[States];
            state[i % 2] = 1;
            shaper.Decided(state, 0);
            shaper.Paid(1, isPayOut: false, isEnd: i % 2 == 1);
        }

        for (var step = 0; step < 2000; step++)
            shaper.Train();
        var batch = new TransitionBatch<float>(new(States, Actions), Batch);
        (batch.States[0, 0], batch.States[1, 1]) = (1, 1);
        shaper.Shape(batch);
        // Φ is what is left when nothing follows; its mean, 1.25, is left out.
        Assert.Equal(1.5 - 1.25, -batch.Rewards[0], 0.03);
        Assert.Equal(1.0 - 1.25, -batch.Rewards[1], 0.03);
    }

    [Fact]
    public void Rewards_stay_as_they_are_until_enough_is_known_and_where_nothing_is_to_be_shaped()
    {
        var world = new RandomWorld(1);
        var early = Taught(world, Settings(ShapingMode.Decomposition, EstimatorKind.Network, 1) with { WarmUp = 10_000 }, 400, 10);
        var none = RewardShapers.Create(Settings(ShapingMode.None, EstimatorKind.Network, 1), ManagedBackend.Create<float>());
        world.Teach(none, 400, 10);
        var parts = new double[4];
        none.ShareOut(new float[4 * States], new int[4], 6, parts);
        Assert.Equal(world.Rewards, world.ShapedBy(early));
        Assert.Equal(world.Rewards, world.ShapedBy(none));
        Assert.Equal([1.5, 1.5, 1.5, 1.5], parts);
        Assert.Contains("NoShaper", Assert.Throws<ArgumentException>(() => new RewardShaper<float>(Settings(ShapingMode.None, EstimatorKind.Network, 1), ManagedBackend.Create<float>())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ShapingMode.Decomposition, EstimatorKind.Diffusion)]
    [InlineData(ShapingMode.Potential, EstimatorKind.Network)]
    public void A_shaper_that_is_kept_goes_on_to_the_bit(ShapingMode mode, EstimatorKind estimator)
    {
        var (world, settings) = (new RandomWorld(2), Settings(mode, estimator, 2));
        var whole = Taught(world, settings, 150, 20);
        using var file = new MemoryStream();
        Checkpoint.Write(file, "shaper", whole);
        var read = new RewardShaper<float>(settings, ManagedBackend.Create<float>());
        file.Position = 0;
        Checkpoint.Read(file, "shaper", read);
        foreach (var shaper in new[] { whole, read })
            world.Teach(shaper, 90, 40);
        Assert.Equal(world.ShapedBy(whole), world.ShapedBy(read));
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        var world = new RandomWorld(2);
        var shaper = Taught(world, Settings(ShapingMode.Decomposition, EstimatorKind.Diffusion, 2), 200, 20);
        var batch = new TransitionBatch<float>(new(States, Actions), Batch);
        var state = new float[States];
        Assert.Equal(0, Allocations.Least(() =>
        {
            shaper.Decided(state, 1);
            shaper.Paid(1, isPayOut: true, isEnd: false);
            shaper.Train();
            shaper.Shape(batch);
        }));
    }

    [Fact]
    public void Weights_out_of_range_are_refused()
    {
        var settings = Settings(ShapingMode.Decomposition, EstimatorKind.Network, 1);
        Assert.Contains("at most 1", Assert.Throws<ArgumentException>(() => Make(settings with { Weight = 1.1 })).Message, StringComparison.Ordinal);
        Assert.Contains("at least 0", Assert.Throws<ArgumentException>(() => Make(settings with { Weight = -0.1 })).Message, StringComparison.Ordinal);

        static RewardShaper<float> Make(ShaperSettings settings) => new(settings, ManagedBackend.Create<float>());
    }

    private static ShaperSettings Settings(ShapingMode mode, EstimatorKind estimator, long seed) =>
        new(States, Actions) { Mode = mode, Estimator = estimator, Hidden = [24], Batch = Batch, Horizon = 8, WarmUp = 100, CopyShare = 0.1, Rate = 5e-3, Seed = seed };

    private static RewardShaper<float> Taught(RandomWorld world, ShaperSettings settings, int decisions, int steps)
    {
        var shaper = new RewardShaper<float>(settings, ManagedBackend.Create<float>());
        world.Teach(shaper, decisions, steps);
        return shaper;
    }
}
