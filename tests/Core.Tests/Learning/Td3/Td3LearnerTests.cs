using ControlPlane.Learning.Critics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Td3;

namespace ControlPlane.Core.Tests.Learning.Td3;

public sealed class Td3LearnerTests
{
    private static readonly Td3Settings Settings = new(TransitionLayout.Continuous(3, 2))
    {
        Batch = 5, Actor = [6], Critic = [7, 6], Activation = Activation.Tanh, Seed = 4, IsNormalised = false,
    };

    private readonly RandomStream _random = new(19, "td3");

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0.4)]
    public void Critics_loss_has_the_gradient_of_finite_differences(double kappa)
    {
        var settings = Settings with { Kappa = kappa };
        var (networks, batch) = (new Td3Networks<double>(settings), Batch());
        var losses = new Td3Losses<double>(settings, networks, ManagedBackend.Create<double>());
        losses.FormTargets(batch, _random);
        LossCheck.Assert(networks.Critics.Parameters, () => losses.ReverseCritics(batch));
        LossCheck.AssertNone(networks.Actor.Parameters);
    }

    [Fact]
    public void Actor_loss_has_the_gradient_of_finite_differences_and_leaves_the_critics_alone()
    {
        var (networks, batch) = (new Td3Networks<double>(Settings), Batch());
        var losses = new Td3Losses<double>(Settings, networks, ManagedBackend.Create<double>());
        LossCheck.Assert(networks.Actor.Parameters, () => losses.ReverseActor(batch));
        LossCheck.AssertNone(networks.Critics.Parameters);
    }

    [Fact]
    public void Targets_are_the_smaller_slow_value_of_the_slow_actors_action_with_noise_that_is_cut()
    {
        // All the noise is cut to ±0.1, so that each number of the next action is one of two.
        var settings = Settings with { TargetNoise = 1e9, TargetNoiseLimit = 0.1 };
        var (networks, batch, backend) = (new Td3Networks<double>(settings), Batch(), ManagedBackend.Create<double>());
        // The slow copies are made to differ, so that it shows which is asked.
        foreach (var parameter in networks.SlowActor.Parameters.Concat(networks.Critics.Slow.SelectMany(critic => critic.Parameters)))
            backend.AddScaled(0.3, Matrices.Normal<double>(parameter.Value.Rows, parameter.Value.Columns, _random), parameter.Value);
        var losses = new Td3Losses<double>(settings, networks, backend);
        var asked = new TwinCriticsPass<double>(networks.Critics, backend, settings.Batch);
        var meant = networks.SlowActor.NewPass(backend, settings.Batch).Forward(batch.NextStates);
        losses.FormTargets(batch, _random);
        var matches = new int[settings.Batch];
        foreach (var (first, second) in new[] { (-0.1, -0.1), (-0.1, 0.1), (0.1, -0.1), (0.1, 0.1) })
        {
            var (actions, values) = (new Matrix<double>(settings.Batch, 2), new Matrix<double>(settings.Batch, 1));
            for (var row = 0; row < settings.Batch; row++)
                (actions[row, 0], actions[row, 1]) = (Math.Clamp(meant[row, 0] + first, -1, 1), Math.Clamp(meant[row, 1] + second, -1, 1));
            asked.SlowLeast(batch.NextStates, actions, values);
            for (var row = 0; row < settings.Batch; row++)
                matches[row] += Math.Abs(batch.Rewards[row] + batch.Discounts[row] * values[row, 0] - losses.Targets[row, 0]) < 1e-12 ? 1 : 0;
        }

        // The first row is an end: nothing behind it counts, whatever the noise.
        Assert.Equal([4, 1, 1, 1, 1], matches);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Costs_hardly_more_than_the_best_regulator_of_a_linear_system(long seed)
    {
        var run = new LinearRegulator(seed);
        Assert.True(run.CostOverBest > 2, "there is nothing to learn");
        run.Train(TestScale.Pick(10_000, 30_000));
        Assert.InRange(run.CostOverBest, 1 - 1e-9, 1.15);
    }

    [Fact]
    public void Training_that_is_resumed_equals_training_that_was_not_interrupted_to_the_bit() =>
        ResumeCheck.Assert(seed => new LinearRegulator(seed, capacity: 400), run => run.Train(351));

    [Fact]
    public void Training_and_deciding_allocate_nothing_once_they_run()
    {
        var run = new LinearRegulator(1);
        run.Train(600);
        Assert.Equal(0, Allocations.Least(() => run.Train(60)));
    }

    [Fact]
    public void Actor_and_slow_copies_move_at_every_second_update()
    {
        var learner = new Td3Learner<double>(Settings, ManagedBackend.Create<double>());
        var before = Action();
        learner.Update(Batch());
        Assert.Equal(before, Action());
        learner.Update(Batch());
        Assert.NotEqual(before, Action());

        double[] Action()
        {
            var action = new double[2];
            learner.Decide([0.1f, 0.2f, 0.3f], explore: false, action);
            return action;
        }
    }

    [Fact]
    public void Exploration_has_its_noise_and_stays_within_the_range()
    {
        var learner = new Td3Learner<float>(Settings with { ExplorationNoise = 0.3 }, ManagedBackend.Create<float>());
        var (meant, action, sum) = (new double[2], new double[2], 0.0);
        learner.Decide([0, 0, 0], explore: false, meant);
        for (var i = 0; i < 4000; i++)
        {
            learner.Decide([0, 0, 0], explore: true, action);
            Assert.All(action, number => Assert.InRange(number, -1, 1));
            sum += Math.Pow(action[0] - meant[0], 2) / 4000;
        }

        Assert.InRange(Math.Abs(meant[0]), 0, 0.4);
        Assert.Equal(0.3, Math.Sqrt(sum), 0.03);
    }

    [Fact]
    public void Layout_of_chosen_actions_is_refused() =>
        Assert.StartsWith(
            "TD3 needs action numbers alone; the layout has 0, 4 actions and 1 costs.",
            Assert.Throws<ArgumentException>(() => new Td3Networks<float>(new(new(3, 4, Costs: 1)))).Message);

    private TransitionBatch<double> Batch()
    {
        var batch = new TransitionBatch<double>(Settings.Layout, Settings.Batch);
        foreach (var matrix in new[] { batch.States, batch.NextStates, batch.ActionNumbers })
            Matrices.Normal<double>(matrix.Rows, matrix.Columns, _random).Elements.CopyTo(matrix.Elements);
        for (var row = 0; row < batch.Size; row++)
            (batch.Rewards[row], batch.Discounts[row], batch.Weights[row]) = (_random.NextNormal(), row == 0 ? 0 : 0.9, 0.5 + row * 0.25);
        for (var i = 0; i < batch.ActionNumbers.Elements.Length; i++)
            batch.ActionNumbers.Elements[i] = Math.Tanh(batch.ActionNumbers.Elements[i]);
        return batch;
    }
}
