using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping.Dress;

namespace ControlPlane.Core.Tests.Learning.Dress;

public sealed class DressLossTests
{
    private const int Rows = 4;
    private const double Alpha = 0.3;
    private readonly RandomStream _random = new(29, "dress");
    private readonly ITensorBackend<double> _backend = ManagedBackend.Create<double>();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Actor_loss_has_the_gradient_of_finite_differences_through_all_steps_of_the_chain(int steps)
    {
        var settings = Settings(steps);
        var (networks, batch) = (new DressNetworks<double>(settings), Batch(settings));
        var losses = new DressLosses<double>(settings, networks, _backend);
        losses.DrawNoise(_random);
        LossCheck.Assert(networks.Chain.Parameters, () => losses.ReverseActor(batch, Alpha));
        LossCheck.AssertNone(networks.Critics.Parameters);
    }

    [Fact]
    public void Critics_loss_has_the_gradient_of_finite_differences()
    {
        var settings = Settings(3);
        var (networks, batch) = (new DressNetworks<double>(settings), Batch(settings));
        var losses = new DressLosses<double>(settings, networks, _backend);
        losses.DrawNoise(_random);
        losses.FormTargets(batch, Alpha);
        LossCheck.Assert(networks.Critics.Parameters, () => losses.ReverseCritics(batch));
        LossCheck.AssertNone(networks.Chain.Parameters);
    }

    [Fact]
    public void Density_of_the_squeezed_normal_is_that_of_what_is_drawn()
    {
        const int Draws = 200_000;
        var (proposals, parameters) = (new TanhGaussian<double>(Draws), new Matrix<double>(Draws, 2));
        for (var row = 0; row < Draws; row++)
            (parameters[row, 0], parameters[row, 1]) = (0.3, 0.35);
        proposals.DrawNoise(_random);
        proposals.Evaluate(parameters);
        for (var from = -0.8; from < 0.7; from += 0.2)
        {
            // The mean over all draws of 1/π of those in a bin is the bin's width.
            var sum = 0.0;
            for (var row = 0; row < Draws; row++)
                sum += proposals.Values[row, 0] >= from && proposals.Values[row, 0] < from + 0.2 ? Math.Exp(-proposals.LogDensities[row]) : 0;
            Assert.Equal(0.2, sum / Draws, 0.01);
        }
    }

    private static DressSettings Settings(int steps) => new(3) { Latent = 4, Hidden = 5, Critic = 6, CriticBlocks = 2, Steps = steps, Batch = Rows, Seed = 6 };

    private TransitionBatch<double> Batch(DressSettings settings)
    {
        var batch = new TransitionBatch<double>(settings.Layout, Rows);
        foreach (var matrix in new[] { batch.States, batch.NextStates })
            Matrices.Normal<double>(matrix.Rows, matrix.Columns, _random).Elements.CopyTo(matrix.Elements);
        for (var row = 0; row < Rows; row++)
        {
            batch.ActionNumbers[row, 0] = 2 * _random.NextUniform() - 1;
            (batch.Rewards[row], batch.Discounts[row], batch.Weights[row]) = (_random.NextNormal(), 0.9, 0.5 + row * 0.25);
        }

        return batch;
    }
}
