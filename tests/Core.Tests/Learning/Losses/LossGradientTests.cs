using System.Numerics;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Losses;

/// <summary>R14 for every loss, in float32 and in float64.</summary>
public sealed class LossGradientTests
{
    private const int Batch = 4;
    private readonly RandomStream _random = new(13, "losses");

    [Fact]
    public void Squared_distance_which_is_the_denoising_loss()
    {
        Check<double>();
        Check<float>();
        void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (prediction, target, gradient) = (Matrices.Normal<T>(Batch, 3, _random), Matrices.Normal<T>(Batch, 3, _random), new Matrix<T>(Batch, 3));
            Regression.Squared(prediction, target, gradient);
            GradientCheck.Assert(prediction, gradient, () => Regression.Squared(prediction, target, new Matrix<T>(Batch, 3)));
        }
    }

    [Fact]
    public void Weighted_huber()
    {
        Check<double>();
        Check<float>();
        void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (prediction, target, gradient) = (Matrices.Normal<T>(Batch, 3, _random), Matrices.Normal<T>(Batch, 3, _random), new Matrix<T>(Batch, 3));
            T[] weights = [T.One, T.CreateTruncating(0.5), T.CreateTruncating(2), T.CreateTruncating(0.1)];
            double Loss(Matrix<T> slopes) => Regression.WeightedHuber(prediction, target, weights, T.One, slopes);
            Loss(gradient);
            GradientCheck.Assert(prediction, gradient, () => Loss(new Matrix<T>(Batch, 3)));
        }
    }

    [Theory]
    [InlineData(InstructionSet.Portable)]
    [InlineData(InstructionSet.Avx2)]
    [InlineData(InstructionSet.Avx512)]
    public void Quantile_huber(InstructionSet set)
    {
        if (!ManagedBackend.IsSupported(set))
            return;
        Check<double>();
        Check<float>();
        void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            const int Quantiles = 11, Targets = 37;
            var backend = ManagedBackend.Create<T>(set);
            var (predicted, target) = (Matrices.Normal<T>(Batch, Quantiles, _random), Matrices.Normal<T>(Batch, Targets, _random));
            var (losses, gradient) = (new Matrix<T>(Batch, 1), new Matrix<T>(Batch, Quantiles));
            backend.QuantileHuber(predicted, target, T.One, losses, gradient);
            GradientCheck.Assert(predicted, gradient, () => Plain(predicted, target));
            Assert.Equal(Plain(predicted, target), losses.Elements.ToArray().Sum(double.CreateTruncating), 4);
        }

        static double Plain<T>(Matrix<T> predicted, Matrix<T> target)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var sum = 0.0;
            for (var row = 0; row < predicted.Rows; row++)
            {
                for (var i = 0; i < predicted.Columns; i++)
                {
                    for (var j = 0; j < target.Columns; j++)
                    {
                        var u = double.CreateTruncating(target[row, j]) - double.CreateTruncating(predicted[row, i]);
                        var tau = (2 * i + 1) / (2.0 * predicted.Columns);
                        sum += Math.Abs(tau - (u < 0 ? 1 : 0)) * Huber.Loss(u, 1) / (predicted.Columns * target.Columns);
                    }
                }
            }

            return sum;
        }
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(3, 4)]
    public void Actor_loss_by_exact_expectation_over_masked_actions(int groups, int perGroup)
    {
        Check<double>();
        Check<float>();
        void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var space = new ActionSpace(groups, perGroup);
            var policy = new MaskedPolicy<T>(space, ManagedBackend.Create<T>(), Batch);
            var (logits, q) = (Matrices.Normal<T>(Batch, space.Logits, _random), Matrices.Normal<T>(Batch, space.Actions, _random));
            var alpha = T.CreateTruncating(0.3);
            bool[] masks = [.. Enumerable.Range(0, Batch * space.Actions).Select(i => i % space.Actions == 1 || _random.NextUniform() < 0.6)];
            var (objective, gradient) = (new Matrix<T>(Batch, space.Actions), new Matrix<T>(Batch, space.Logits));
            policy.Evaluate(logits, masks);
            for (var i = 0; i < objective.Elements.Length; i++)
                objective.Elements[i] = alpha * policy.LogProbabilities.Elements[i] - q.Elements[i];
            policy.ExpectationGradient(objective, T.One / T.CreateTruncating(Batch), gradient);

            GradientCheck.Assert(logits, gradient, () =>
            {
                policy.Evaluate(logits, masks);
                var sum = 0.0;
                for (var i = 0; i < q.Elements.Length; i++)
                {
                    var log = double.CreateTruncating(policy.LogProbabilities.Elements[i]);
                    sum += double.CreateTruncating(policy.Probabilities.Elements[i]) * (0.3 * log - double.CreateTruncating(q.Elements[i]));
                }

                return sum / Batch;
            });
        }
    }
}
