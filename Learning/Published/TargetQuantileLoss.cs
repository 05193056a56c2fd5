using System.Numerics;
using ControlPlane.Learning.Losses;

namespace ControlPlane.Learning.Published;

/// <summary>
/// The quantile Huber loss as the published code has it: τ lies along the <i>target's</i> axis. For u = target_i - predicted_j it is the mean over i and j of
/// |τ_i - 1{u &lt; 0}| L_1(u), so that nothing tells one output from another.
/// </summary>
public static class TargetQuantileLoss
{
    /// <summary>Loss of one row.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="predicted">Outputs.</param>
    /// <param name="targets">Targets.</param>
    /// <param name="gradient">Derivative by the outputs; written.</param>
    public static T Row<T>(ReadOnlySpan<T> predicted, ReadOnlySpan<T> targets, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Where the targets are one number the weights average to a half, on either side.
        var isOne = targets.IndexOfAnyExcept(targets[0]) < 0;
        var (half, share) = (T.CreateTruncating(0.5), T.One / T.CreateTruncating(predicted.Length * (isOne ? 1L : targets.Length)));
        var loss = T.Zero;
        for (var j = 0; j < predicted.Length; j++)
        {
            var slope = T.Zero;
            for (var i = 0; i < (isOne ? 1 : targets.Length); i++)
            {
                var u = targets[i] - predicted[j];
                var tau = isOne ? half : (T.CreateTruncating(i) + half) / T.CreateTruncating(targets.Length);
                var weight = u < T.Zero ? T.One - tau : tau;
                loss += weight * Huber.Loss(u, T.One);
                slope += weight * Huber.Slope(u, T.One);
            }

            gradient[j] = -share * slope;
        }

        return share * loss;
    }
}
