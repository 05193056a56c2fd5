using System.Numerics;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Core.Tests.Learning.Sac;

public sealed class QuantileCriticTests
{
    private const int Batch = 6;
    private readonly RandomStream _random = new(2, "critic");

    [Fact]
    public void Gradients_of_the_loss_through_the_chosen_action()
    {
        Check<double>([7]);
        Check<double>([]);
        Check<float>([7]);
        Check<float>([]);
    }

    [Fact]
    public void Chosen_quantiles_and_means_are_those_of_the_whole_output()
    {
        var (critic, pass, actions) = New<float>([9]);
        pass.Forward(Matrices.Normal<float>(Batch, 8, _random));
        pass.EvaluateAll();
        pass.EvaluateChosen(actions);
        pass.EvaluateMeans();
        for (var row = 0; row < Batch; row++)
        {
            for (var action = 0; action < critic.Actions; action++)
            {
                var quantiles = pass.All.Row(row).Slice(action * critic.Quantiles, critic.Quantiles).ToArray();
                Assert.Equal(quantiles.Average(), pass.Means[row, action], 1e-5f);
                for (var i = 0; action == actions[row] && i < quantiles.Length; i++)
                    Assert.Equal(quantiles[i], pass.Chosen[row, i], 1e-5f);
            }
        }
    }

    private void Check<T>(int[] hidden)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var backend = ManagedBackend.Create<T>();
        var (critic, pass, actions) = New<T>(hidden);
        var (latent, latentGradient) = (Matrices.Normal<T>(Batch, 8, _random), new Matrix<T>(Batch, 8));
        var (targets, losses, gradient) = (Matrices.Normal<T>(Batch, 5, _random), new Matrix<T>(Batch, 1), new Matrix<T>(Batch, 5));
        double Loss()
        {
            pass.Forward(latent);
            pass.EvaluateChosen(actions);
            backend.QuantileHuber(pass.Chosen, targets, T.One, losses, gradient);
            return losses.Elements.ToArray().Sum(double.CreateTruncating);
        }

        Loss();
        pass.Backward(actions, gradient, latentGradient, accumulate: false);
        foreach (var parameter in critic.Parameters)
            GradientCheck.Assert(parameter.Value, parameter.Gradient, Loss);
        GradientCheck.Assert(latent, latentGradient, Loss);
    }

    private (QuantileCritic<T> Critic, QuantileCriticPass<T> Pass, int[] Actions) New<T>(int[] hidden)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var settings = new SacSettings(new(3, 4), ActionSpace.Flat(4)) { Encoder = [8], Critic = hidden, Quantiles = 5, Activation = Activation.Tanh };
        var critic = new QuantileCritic<T>(settings);
        critic.Initialise(new UniformInitialiser(), _random);
        return (critic, new(critic, ManagedBackend.Create<T>(), Batch), [.. Enumerable.Range(0, Batch).Select(_ => _random.NextBelow(4))]);
    }
}
