using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Losses;

/// <summary>Losses of predictions against given targets.</summary>
public static class Regression
{
    /// <summary>
    /// Mean over the batch of the squared distance ‖prediction - target‖². With the clean value as target and the noised one as input it is the x₀ form
    /// of the denoising loss (Ho et al., NeurIPS 2020).
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="prediction">Batch x width.</param>
    /// <param name="target">Batch x width.</param>
    /// <param name="gradient">Derivative by the predictions; written.</param>
    /// <returns>The loss.</returns>
    public static double Squared<T>(Matrix<T> prediction, Matrix<T> target, Matrix<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(gradient);
        var predictions = prediction.Elements;
        var targets = target.Elements;
        var gradients = gradient.Elements;
        var scale = T.CreateTruncating(2.0 / prediction.Rows);
        var sum = 0.0;
        for (var i = 0; i < predictions.Length; i++)
        {
            var u = predictions[i] - targets[i];
            gradients[i] = scale * u;
            sum += double.CreateTruncating(u * u);
        }

        return sum / prediction.Rows;
    }

    /// <summary>Mean over the batch of the weighted Huber losses of a row's elements.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="prediction">Batch x width.</param>
    /// <param name="target">Batch x width.</param>
    /// <param name="weights">Weight of each row.</param>
    /// <param name="kappa">Where the square turns linear, &gt; 0.</param>
    /// <param name="gradient">Derivative by the predictions; written.</param>
    /// <returns>The loss.</returns>
    public static double WeightedHuber<T>(Matrix<T> prediction, Matrix<T> target, ReadOnlySpan<T> weights, T kappa, Matrix<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(gradient);
        var sum = 0.0;
        for (var row = 0; row < prediction.Rows; row++)
        {
            var weight = weights[row] / T.CreateTruncating(prediction.Rows);
            for (var i = 0; i < prediction.Columns; i++)
            {
                var u = prediction[row, i] - target[row, i];
                gradient[row, i] = weight * Huber.Slope(u, kappa);
                sum += double.CreateTruncating(weight * Huber.Loss(u, kappa));
            }
        }

        return sum;
    }
}
