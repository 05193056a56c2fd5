using ControlPlane.Learning.Constraints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Core.Tests.Learning.Sac;

/// <summary>Known answers: processes small enough that the soft optimum is computed exactly.</summary>
public sealed class DiscreteSacTests
{
    private const double Alpha = 0.15;

    [Theory]
    [InlineData(1, 5, 1, NextValue.Expected)]
    [InlineData(3, 2, 1, NextValue.Expected)]
    [InlineData(1, 5, 8, NextValue.Expected)]
    [InlineData(3, 2, 8, NextValue.Sampled)]
    public void Learns_the_soft_optimum_of_a_masked_process(int groups, int perGroup, int quantiles, NextValue next)
    {
        for (var seed = 1; seed <= TestScale.Pick(2, 10); seed++)
        {
            var mdp = new TinyMdp(new ActionSpace(groups, perGroup), seed);
            var optimum = mdp.SoftOptimum(Alpha);
            var sac = new DiscreteSac<float>(Settings(mdp.Layout, mdp.Space, seed) with { Quantiles = quantiles, NextValue = next }, ManagedBackend.Create<float>());
            Train(sac, mdp.Memory(seed), 2500);
            for (var s = 0; s < TinyMdp.States; s++)
            {
                var found = sac.Probabilities(TinyMdp.State(s), mdp.Masks[s]).ToArray();
                var distance = found.Zip(optimum[s], (p, q) => Math.Abs(p - q)).Sum() / 2;
                Assert.True(distance < 0.12, $"seed {seed}, state {s}: {string.Join(' ', found)} instead of {string.Join(' ', optimum[s])}");
            }
        }
    }

    [Fact]
    public void Temperature_brings_the_entropy_to_its_target()
    {
        var mdp = new TinyMdp(ActionSpace.Flat(5), 4);
        var settings = Settings(mdp.Layout, mdp.Space, 4) with { TemperatureRate = 1e-2, TargetEntropyShare = 0.5, Temperature = 1 };
        var sac = new DiscreteSac<float>(settings, ManagedBackend.Create<float>());
        var figures = Train(sac, mdp.Memory(4), 3000);
        var target = mdp.Masks.Sum(mask => mask.Count(true) * 0.5 * Math.Log(mask.Count(true))) / mdp.Masks.Sum(mask => mask.Count(true));
        Assert.Equal(target, figures.Entropy, 0.1);
        Assert.InRange(sac.Temperature, 0.01, 0.9);
    }

    [Fact]
    public void Multiplier_finds_the_price_of_a_constraint_and_falls_when_it_slackens()
    {
        // Action 1 earns 1 and costs 1. Under a price λ the soft policy takes it with σ((1 - λ)/α): λ = 1 - α ln(limit / (1 - limit)).
        var layout = new TransitionLayout(1, 2, Costs: 1);
        var memory = new ReplayMemory(layout, 2, new RandomStream(1, "replay"));
        bool[] mask = [true, true];
        for (var action = 0; action < 2; action++)
            memory.Add(new Transition { State = [1], Mask = mask, Action = action, Reward = action, Costs = [action], Discount = 0, NextState = [1], NextMask = mask });
        var sac = new DiscreteSac<float>(Settings(layout, ActionSpace.Flat(2), 1), ManagedBackend.Create<float>());
        var multiplier = new LagrangeMultiplier(new(Limit: 0.3, Rate: 0.01));
        Assert.Equal(1 - Alpha * Math.Log(0.3 / 0.7), Train(0.3), 0.07);
        Assert.Equal(1 - Alpha * Math.Log(0.8 / 0.2), Train(0.8), 0.07);
        Assert.Equal(0, Train(1.1));

        double Train(double limit)
        {
            multiplier.Limit = limit;
            var batch = new TransitionBatch<float>(layout, 32);
            var sum = 0.0;
            for (var i = 0; i < 3000; i++)
            {
                memory.Sample(batch);
                sac.Update(batch, [multiplier.Price]);
                multiplier.Update(sac.Probabilities([1], mask)[1]);
                sum += i >= 2000 ? multiplier.Value / 1000 : 0;
            }

            return sum;
        }
    }

    [Fact]
    public void Training_allocates_nothing_once_it_runs()
    {
        var mdp = new TinyMdp(new ActionSpace(3, 2), 1);
        var memory = mdp.Memory(1);
        var sac = new DiscreteSac<float>(
            Settings(mdp.Layout, mdp.Space, 1) with { Quantiles = 8, NextValue = NextValue.Sampled, TemperatureRate = 1e-3 }, ManagedBackend.Create<float>());
        Train(sac, memory, 100);
        var batch = new TransitionBatch<float>(memory.Layout, 32);
        var (state, mask) = (TinyMdp.State(0), mdp.Masks[0]);
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 60; i++)
            {
                memory.Sample(batch);
                sac.Update(batch);
                sac.Decide(state, mask, explore: true);
            }
        }));
    }

    [Fact]
    public void The_same_seed_learns_the_same_to_the_bit()
    {
        var mdp = new TinyMdp(ActionSpace.Flat(4), 2);
        float[] Learn()
        {
            var sac = new DiscreteSac<float>(Settings(mdp.Layout, mdp.Space, 2) with { NextValue = NextValue.Sampled }, ManagedBackend.Create<float>());
            Train(sac, mdp.Memory(2), 200);
            return sac.Probabilities(TinyMdp.State(1), mdp.Masks[1]).ToArray();
        }

        Assert.Equal(Learn(), Learn());
    }

    [Fact]
    public void Nothing_valid_is_nothing_to_decide()
    {
        var sac = new DiscreteSac<float>(Settings(new(2, 3), ActionSpace.Flat(3), 1), ManagedBackend.Create<float>());
        Assert.Throws<ArgumentException>(() => sac.Decide([0, 0], [false, false, false], explore: true));
        for (var i = 0; i < 100; i++)
            Assert.Equal(1, sac.Decide([i, -i], [false, true, false], explore: i % 2 == 0));
    }

    internal static SacSettings Settings(TransitionLayout layout, ActionSpace space, long seed) => new(layout, space)
    {
        Batch = 32,
        Encoder = [32],
        Actor = [32],
        ActorRate = 3e-3,
        CriticRate = 3e-3,
        TemperatureRate = 0,
        Temperature = Alpha,
        TargetShare = 0.02,
        IsNormalised = false,
        Seed = seed,
    };

    private static SacFigures Train(DiscreteSac<float> sac, ReplayMemory memory, int updates)
    {
        var batch = new TransitionBatch<float>(memory.Layout, 32);
        var figures = default(SacFigures);
        for (var i = 0; i < updates; i++)
        {
            memory.Sample(batch);
            figures = sac.Update(batch);
        }

        return figures;
    }
}
