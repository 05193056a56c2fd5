using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Published;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Published;

/// <summary>The losses of CHSAC-AF's public code: their gradients, and what is known to be wrong with them (spec b.2, b.9 and b.11).</summary>
public sealed class PublishedLossTests
{
    private readonly RandomStream _random = new(17, "published");
    private readonly PublishedNetworks<double> _networks = new(Bench.Settings);
    private readonly PublishedLosses<double> _losses;
    private readonly Matrix<double> _states;

    public PublishedLossTests()
    {
        _losses = new(Bench.Settings, _networks, ManagedBackend.Create<double>());
        _states = Matrices.Normal<double>(Bench.Settings.Batch, Bench.Settings.Features, _random);
    }

    [Fact]
    public void Critics_loss_has_the_gradient_of_finite_differences_and_stops_at_the_encoder()
    {
        var targets = Matrices.Normal<double>(Bench.Settings.Batch, Bench.Settings.Quantiles, _random);
        // One row as all are where transitions end: a single target.
        targets.Row(0).Fill(0.3);
        var actions = Bench.Actions(Bench.Settings.Batch, _random);
        _losses.Encode(_states);
        LossCheck.Assert(_networks.CriticParameters, () => _losses.ReverseCritics(actions, targets));
        LossCheck.AssertNone(_networks.ActorParameters);
    }

    [Fact]
    public void Actor_loss_has_the_gradient_of_finite_differences_and_leaves_the_critics_alone()
    {
        DrawActions();
        LossCheck.Assert(_networks.ActorParameters, () =>
        {
            _losses.Encode(_states);
            _losses.EvaluatePolicy(_masks);
            return _losses.ReverseActor(0.3);
        });
        LossCheck.AssertNone(_networks.CriticParameters);
    }

    [Fact]
    public void Heads_get_no_gradient_at_all_from_Q_and_the_encoder_does()
    {
        DrawActions();
        _losses.ReverseActor(0);
        Assert.All(_networks.Heads.SelectMany(head => head.Parameters), parameter => Assert.Equal(-1, parameter.Gradient.Elements.IndexOfAnyExcept(0.0)));
        Assert.All(_networks.Encoder.Parameters, parameter => Assert.NotEqual(-1, parameter.Gradient.Elements.IndexOfAnyExcept(0.0)));
    }

    [Fact]
    public void Head_without_a_valid_choice_draws_from_all_and_learns_nothing()
    {
        _masks = new bool[_masks.Length];
        DrawActions();
        Assert.Equal(-Math.Log(3 * 4), _losses.MeanLogProbability, 12);
        Assert.Equal(Math.Log(3 * 4), _losses.MeanEntropy, 12);
        _losses.ReverseActor(0.3);
        Assert.All(_networks.Heads.SelectMany(head => head.Parameters), parameter => Assert.Equal(-1, parameter.Gradient.Elements.IndexOfAnyExcept(0.0)));
    }

    [Fact]
    public void All_outputs_go_to_the_same_median_where_the_quantile_loss_spreads_them()
    {
        // Three times 0 and once 10: the least Huber loss is at 1/3.
        double[] rewards = [0, 0, 0, 10];
        var backend = ManagedBackend.Create<double>();
        var (published, meant) = (Matrices.Normal<double>(1, 8, _random), new Matrix<double>(1, 8));
        meant.CopyFrom(published);
        var (target, loss, gradient, sum) = (new Matrix<double>(1, 8), new Matrix<double>(1, 1), new Matrix<double>(1, 8), new Matrix<double>(1, 8));
        for (var step = 0; step < 4_000; step++)
        {
            sum.Clear();
            foreach (var reward in rewards)
            {
                target.Elements.Fill(reward);
                TargetQuantileLoss.Row<double>(published.Elements, target.Elements, gradient.Elements);
                backend.AddScaled(-0.1, gradient, published);
                backend.QuantileHuber(meant, target, 1, loss, gradient);
                backend.AddScaled(1, gradient, sum);
            }

            backend.AddScaled(-0.1, sum, meant);
        }

        Assert.All(published.Elements.ToArray(), output => Assert.Equal(1.0 / 3, output, 0.02));
        Assert.True(meant[0, 7] - meant[0, 0] > 8, "the quantiles of the meant loss do not spread");
    }

    [Fact]
    public void One_target_costs_what_many_equal_ones_do()
    {
        double[] predicted = [-2, -0.5, 0.1, 3];
        double[] nearly = [0.2, 0.2, 0.2, 0.2 + 1e-13];
        var (one, many) = (new double[4], new double[4]);
        Assert.Equal(TargetQuantileLoss.Row<double>(predicted, nearly, many), TargetQuantileLoss.Row(predicted, [0.2, 0.2, 0.2, 0.2], one), 12);
        for (var i = 0; i < 4; i++)
            Assert.Equal(many[i], one[i], 12);
    }

    private bool[] _masks = Bench.Masks(Bench.Settings.Batch, new RandomStream(5, "masks"));

    private void DrawActions()
    {
        _losses.Encode(_states);
        _losses.EvaluatePolicy(_masks);
        _losses.Draw(_random);
    }
}
