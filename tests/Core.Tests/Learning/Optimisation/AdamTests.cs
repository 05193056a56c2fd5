using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Optimisation;

public sealed class AdamTests
{
    private readonly RandomStream _random = new(3, "adam");

    [Theory]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(0.1, 0.5)]
    public void Steps_are_those_of_the_published_algorithm(double weightDecay, double clipNorm)
    {
        var parameter = new Parameter<double>("p", 1, 3);
        Matrices.Of(3, 1.0, -2, 3).Elements.CopyTo(parameter.Value.Elements);
        var adam = new Adam<double>(ManagedBackend.Create<double>(), [parameter], new LinearRate(0.1, 0.05, 10), new(0.9, 0.99, 1e-8, weightDecay, clipNorm));
        var (value, m, v) = (parameter.Value.Elements.ToArray(), new double[3], new double[3]);
        for (var t = 1; t <= 20; t++)
        {
            double[] g = [_random.NextNormal(), _random.NextNormal(), 0];
            g.CopyTo(parameter.Gradient.Elements);
            var norm = Math.Sqrt(g.Sum(x => x * x));
            Assert.Equal(norm, adam.Step(), 12);
            var rate = 0.1 - 0.05 * Math.Min(1, (t - 1) / 10.0);
            for (var i = 0; i < 3; i++)
            {
                var clipped = g[i] * Math.Min(1, clipNorm / norm);
                m[i] = 0.9 * m[i] + 0.1 * clipped;
                v[i] = 0.99 * v[i] + 0.01 * clipped * clipped;
                value[i] = value[i] * (1 - rate * weightDecay)
                    - rate * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.99, t))) + 1e-8);
                Assert.Equal(value[i], parameter.Value.Elements[i], 10);
            }

            Assert.All(parameter.Gradient.Elements.ToArray(), element => Assert.Equal(0, element));
        }
    }

    [Fact]
    public void Gradient_that_is_not_finite_changes_nothing_and_is_counted()
    {
        var parameter = new Parameter<float>("p", 1, 2);
        var adam = new Adam<float>(ManagedBackend.Create<float>(), [parameter], new ConstantRate(1), new());
        parameter.Gradient[0, 1] = float.NaN;
        adam.Step();
        Assert.Equal([0f, 0f], parameter.Value.Elements.ToArray());
        Assert.Equal([0f, 0f], parameter.Gradient.Elements.ToArray());
        Assert.Equal((0, 1), (adam.Steps, adam.Refused));
    }

    [Fact]
    public void Cosine_rises_falls_and_stays()
    {
        var rate = new CosineRate(Peak: 1, Last: 0.2, WarmupSteps: 4, Steps: 14);
        Assert.Equal([0.25, 1, 1, 0.6, 0.2, 0.2], new long[] { 0, 3, 4, 9, 14, 99 }.Select(t => Math.Round(rate.At(t), 12)));
    }

    [Fact]
    public void Network_learns_a_function_and_training_allocates_nothing()
    {
        const int Batch = 64;
        var backend = ManagedBackend.Create<float>();
        var network = new Sequential<float>(new Dense<float>(2, 32, Activation.Mish), new Residual<float>(new Dense<float>(32, 32, Activation.Relu)), new Dense<float>(32, 1));
        network.Initialise(new UniformInitialiser(), _random);
        var pass = network.NewPass(backend, Batch);
        var adam = new Adam<float>(backend, network.Parameters, new ConstantRate(3e-3), new(ClipNorm: 5));
        var (x, y, gradient) = (new Matrix<float>(Batch, 2), new Matrix<float>(Batch, 1), new Matrix<float>(Batch, 1));
        var losses = new double[600];
        Train(losses.AsSpan(0, 100));
        var at = 0;
        Assert.Equal(0, Allocations.Least(() => Train(losses.AsSpan(at += 100, 100))));
        Assert.True(losses[..10].Average() > 0.3, $"{losses[..10].Average()}");
        Assert.True(losses[^50..].Average() < 0.01, $"{losses[^50..].Average()}");

        void Train(Span<double> losses)
        {
            foreach (ref var loss in losses)
            {
                for (var row = 0; row < Batch; row++)
                {
                    (x[row, 0], x[row, 1]) = ((float)_random.NextNormal(), (float)_random.NextNormal());
                    y[row, 0] = MathF.Sin(x[row, 0]) + 0.5f * x[row, 1];
                }

                loss = Regression.Squared(pass.Forward(x), y, gradient);
                pass.Backward(gradient);
                adam.Step();
            }
        }
    }
}
