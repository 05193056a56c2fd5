using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Ppo;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Ppo;

public sealed class PpoLossTests
{
    private const int Rows = 6;
    private readonly RandomStream _random = new(23, "ppo");
    private readonly ITensorBackend<double> _backend = ManagedBackend.Create<double>();

    [Theory]
    [InlineData(1, 6)]
    [InlineData(3, 4)]
    public void Surrogate_has_the_gradient_of_finite_differences_clipped_or_not(int groups, int perGroup)
    {
        var settings = Settings(groups, perGroup);
        var networks = new PpoNetworks<double>(settings);
        var losses = new PpoLosses<double>(settings, networks, _backend);
        // Of six ratios two no longer count: too great with an advantage, too small with a disadvantage.
        var batch = Batch(settings, networks, [1.5, 0.6, 1.5, 0.6, 1.1, 0.9], [1, 1, -1, -1, 0.7, -0.7]);
        LossCheck.Assert(networks.Actor.Parameters, () => losses.ReverseActor(batch));
        var loss = losses.ReverseActor(batch);
        Assert.Equal(2.0 / Rows, losses.ClippedShare, 12);
        var surrogate = (1.2 + 0.6 - 1.5 - 0.8 + 1.1 * 0.7 - 0.9 * 0.7) / Rows;
        Assert.Equal(-surrogate - settings.EntropyBonus * losses.Entropy, loss, 10);
        LossCheck.AssertNone(networks.Critic.Parameters);
    }

    [Fact]
    public void Ratios_that_no_longer_count_have_no_gradient_at_all()
    {
        var settings = Settings(3, 4) with { EntropyBonus = 0 };
        var networks = new PpoNetworks<double>(settings);
        var losses = new PpoLosses<double>(settings, networks, _backend);
        losses.ReverseActor(Batch(settings, networks, [1.3, 1.5, 2, 0.7, 0.5, 0.1], [1, 2, 0.1, -1, -2, -0.1]));
        Assert.Equal(1, losses.ClippedShare, 12);
        LossCheck.AssertNone(networks.Actor.Parameters);
    }

    [Fact]
    public void Value_loss_has_the_gradient_of_finite_differences()
    {
        var settings = Settings(1, 4);
        var networks = new PpoNetworks<double>(settings);
        var losses = new PpoLosses<double>(settings, networks, _backend);
        var batch = Batch(settings, networks, [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]);
        LossCheck.Assert(networks.Critic.Parameters, () => losses.ReverseCritic(batch));
    }

    [Fact]
    public void Rows_that_fill_a_minibatch_up_count_nothing()
    {
        var settings = Settings(1, 4) with { Decisions = 4 };
        var (rollout, batch) = (Filled(settings), new PpoBatch<double>(settings));
        rollout.Estimate();
        batch.Gather(rollout, [3, 1, 2, 0]);
        Assert.Equal([1.5, 1.5, 1.5, 1.5, 0, 0], batch.Weights);
        Assert.Equal(0, batch.Advantages.Zip(batch.Weights, (a, w) => a * w).Sum(), 12);
        Assert.Equal(Rows, batch.Advantages.Zip(batch.Weights, (a, w) => a * a * w).Sum(), 6);
        Assert.Equal([3.0, 1, 2, 0], Enumerable.Range(0, 4).Select(row => batch.States[row, 0]));
    }

    [Fact]
    public void Advantages_follow_the_discounts_of_the_decisions_and_stop_at_an_end()
    {
        var settings = Settings(1, 4) with { Decisions = 4, Lambda = 0.5 };
        var rollout = Filled(settings);
        double[] values = [1, 2, 3, 4, 5];
        values.CopyTo(rollout.Values, 0);
        rollout.Estimate();
        // Rewards 0, 1, 2, 3; discounts 0.9, 0.8, 0 (an end), 0.6. From the back:
        var last = 3 + 0.6 * 5 - 4;
        var third = 2.0 - 3;
        var second = 1 + 0.8 * 3 - 2 + 0.8 * 0.5 * third;
        var first = 0 + 0.9 * 2 - 1 + 0.9 * 0.5 * second;
        Matrices.AssertNear(Matrices.Of(4, first, second, third, last), Matrices.Of(4, rollout.Advantages), 1e-12);
        Assert.Equal(second + 2, rollout.Returns[1], 12);
    }

    private static PpoSettings Settings(int groups, int perGroup) => new(3, new ActionSpace(groups, perGroup))
    {
        Decisions = Rows, Batch = Rows, Actor = [7], Critic = [5], EntropyBonus = 0.05, Seed = 3,
    };

    private static Rollout<double> Filled(PpoSettings settings)
    {
        var rollout = new Rollout<double>(settings);
        double[] discounts = [0.9, 0.8, 0, 0.6];
        for (var i = 0; i < 4; i++)
        {
            rollout.Decide([i, 0, 0], [true, true, true, true], i, -1);
            rollout.Observe(i, discounts[i]);
        }

        return rollout;
    }

    // The old policy is set so that the ratios are those given.
    private PpoBatch<double> Batch(PpoSettings settings, PpoNetworks<double> networks, double[] ratios, double[] advantages)
    {
        var (batch, actions) = (new PpoBatch<double>(settings), settings.Space.Actions);
        Matrices.Normal<double>(Rows, 3, _random).Elements.CopyTo(batch.States.Elements);
        Matrices.Normal<double>(Rows, 1, _random).Elements.CopyTo(batch.Returns.Elements);
        for (var row = 0; row < Rows; row++)
        {
            batch.Actions[row] = row % actions;
            for (var action = 0; action < actions; action++)
                batch.Masks[row * actions + action] = action == row % actions || _random.NextUniform() < 0.6;
            (batch.Weights[row], batch.Advantages[row]) = (1, advantages[row]);
        }

        var policy = new MaskedPolicy<double>(settings.Space, _backend, Rows);
        policy.Evaluate(networks.Actor.NewPass(_backend, Rows).Forward(batch.States), batch.Masks);
        for (var row = 0; row < Rows; row++)
            batch.LogProbabilities[row] = policy.LogProbabilities[row, batch.Actions[row]] - Math.Log(ratios[row]);
        return batch;
    }
}
