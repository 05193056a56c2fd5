using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Published;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Published;

/// <summary>What CHSAC-AF's public code does in the course of its updates (spec b.4, b.8, b.10), and what every learner here must do.</summary>
public sealed class PublishedSacTests
{
    private readonly RandomStream _random = new(19, "world");

    [Fact]
    public void Temperature_falls_at_every_update_whatever_the_policy()
    {
        var sac = Filled();
        var last = sac.Temperature;
        Assert.Equal(Bench.Settings.Temperature, last, 6);
        for (var i = 0; i < 300; i++)
        {
            var figures = sac.Update();
            Assert.True(figures.Temperature < last, $"update {i}: {figures.Temperature} after {last}");
            Assert.InRange(figures.Entropy, 0, Math.Log(12));
            last = figures.Temperature;
        }
    }

    [Fact]
    public void Multiplier_of_an_unreachable_limit_is_at_its_highest_after_one_update_and_that_of_a_kept_one_stays_zero()
    {
        var sac = Filled();
        Assert.Equal([0, 0], sac.Prices.ToArray());
        for (var i = 0; i < 20; i++)
        {
            sac.Update();
            Assert.Equal([10, 0], sac.Prices.ToArray());
        }
    }

    [Fact]
    public void Multipliers_rise_by_gain_and_integral_and_never_fall()
    {
        var prices = new RisingPrices([2]);
        prices.Update(0, 3);
        Assert.Equal(0.05 + 0.01, prices.Values[0], 12);
        prices.Update(0, 3);
        Assert.Equal(2 * 0.05 + 0.01 + 0.02, prices.Values[0], 12);
        // Kept again, with room to spare: what has been summed up drives it on.
        for (var i = 0; i < 2_000; i++)
        {
            var before = prices.Values[0];
            prices.Update(0, 0);
            Assert.True(prices.Values[0] > before || prices.Values[0] == 10);
        }

        Assert.Equal(10, prices.Values[0]);
    }

    [Fact]
    public void Excess_is_taken_off_the_reward_at_the_multiplier_of_today()
    {
        // λ is 0 in the first update and 0.05 + 0.01 in the second. Far from its target Huber's loss falls by a half of what the target does, for each twin.
        var (kept, broken) = (Losses(cost: 1), Losses(cost: 2));
        Assert.Equal(kept.First, broken.First, 12);
        Assert.Equal(0.06, kept.Second - broken.Second, 9);

        (double First, double Second) Losses(float cost)
        {
            var sac = new PublishedSac<double>(Bench.Settings with { CostLimits = [1], Capacity = 1 }, ManagedBackend.Create<double>());
            sac.Add(new PublishedTransition
            {
                State = [1, 0, 0, 0, 0], Actions = [1, 2], Mask = [true, true, true, true, true, true, true], Reward = 100, Costs = [cost], Discount = 0, NextState = new float[5],
            });
            return (sac.Update().CriticLoss, sac.Update().CriticLoss);
        }
    }

    [Fact]
    public void Next_state_counts_where_a_transition_does_not_end()
    {
        var (ended, goesOn) = (Filled(), Filled(discount: 0.99f));
        Assert.NotEqual(ended.Update().CriticLoss, goesOn.Update().CriticLoss);
    }

    [Fact]
    public void Learner_waits_until_it_is_warm()
    {
        var sac = new PublishedSac<float>(Bench.Settings, ManagedBackend.Create<float>());
        Assert.Throws<InvalidOperationException>(() => sac.Update());
        for (var i = 0; i < Bench.Settings.WarmUp; i++)
        {
            Assert.False(sac.IsWarm);
            Bench.Add(sac, _random);
        }

        Assert.True(sac.IsWarm);
    }

    [Fact]
    public void Masked_choices_are_not_drawn_and_all_are_where_all_are_masked()
    {
        var sac = Filled();
        var actions = new int[2];
        var seen = new HashSet<int>();
        for (var i = 0; i < 200; i++)
        {
            sac.Decide(Bench.State(_random), [false, true, false, false, false, false, false], actions);
            Assert.Equal(1, actions[0]);
            seen.Add(actions[1]);
        }

        Assert.Equal([0, 1, 2, 3], seen.Order());
    }

    [Fact]
    public void Training_and_deciding_allocate_nothing()
    {
        var sac = Filled();
        var (state, mask, actions) = (Bench.State(_random), Bench.Masks(1, _random), new int[2]);
        sac.Update();
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 60; i++)
            {
                sac.Decide(state, mask, actions);
                sac.Add(new PublishedTransition { State = state, Actions = actions, Mask = mask, Reward = 1, Costs = [1, 2], Discount = 0.9f, NextState = state });
                sac.Update();
            }
        }));
    }

    [Fact]
    public void Learning_that_is_resumed_equals_learning_that_was_not_interrupted_to_the_bit()
    {
        var whole = Filled();
        var before = Filled();
        Update(whole, 40);
        Update(before, 20);
        var after = new PublishedSac<float>(Bench.Settings with { Seed = 99 }, ManagedBackend.Create<float>());
        Checkpoint.Read(new MemoryStream(Written(before)), "published-sac", after);
        Update(after, 20);
        Assert.Equal(Written(whole), Written(after));
        Assert.NotEqual(Written(before), Written(after));
    }

    private static PublishedSac<float> Filled(float discount = 0)
    {
        var (sac, random) = (new PublishedSac<float>(Bench.Settings, ManagedBackend.Create<float>()), new RandomStream(7, "filling"));
        for (var i = 0; i < 30; i++)
            Bench.Add(sac, random, discount: discount);
        return sac;
    }

    private static void Update(PublishedSac<float> sac, int times)
    {
        for (var i = 0; i < times; i++)
            sac.Update();
    }

    private static byte[] Written(PublishedSac<float> sac)
    {
        using var stream = new MemoryStream();
        Checkpoint.Write(stream, "published-sac", sac);
        return stream.ToArray();
    }
}
