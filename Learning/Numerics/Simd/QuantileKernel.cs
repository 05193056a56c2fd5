using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>
/// Quantile Huber loss of one row. With c = u clipped to ±κ the Huber loss is c (u - c / 2), and each of its factors falls into a part above and one
/// below zero: no comparison is left in the inner loop.
/// </summary>
internal static class QuantileKernel<T, TVector, TOps>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TOps : IVectorOps<T, TVector>
{
    private static readonly T Half = T.CreateTruncating(0.5);

    public static T Row(ReadOnlySpan<T> predicted, ReadOnlySpan<T> target, T kappa, Span<T> gradient)
    {
        var share = T.One / (kappa * T.CreateTruncating(predicted.Length * (long)target.Length));
        var loss = T.Zero;
        for (var i = 0; i < predicted.Length; i++)
        {
            var tau = (T.CreateTruncating(i) + Half) / T.CreateTruncating(predicted.Length);
            var (slopeAbove, slopeBelow, lossAbove, lossBelow) = Against(predicted[i], target, kappa);
            gradient[i] = -share * (tau * slopeAbove + (T.One - tau) * slopeBelow);
            loss += tau * lossAbove + (T.One - tau) * lossBelow;
        }

        return share * loss;
    }

    // Sums over the targets, of those above the prediction and of those below it.
    private static (T SlopeAbove, T SlopeBelow, T LossAbove, T LossBelow) Against(T prediction, ReadOnlySpan<T> target, T kappa)
    {
        ref var targets = ref MemoryMarshal.GetReference(target);
        var (zero, half, high, low) = (TOps.All(T.Zero), TOps.All(-Half), TOps.All(kappa), TOps.All(-kappa));
        var (slopeAbove, slopeBelow, lossAbove, lossBelow) = (zero, zero, zero, zero);
        var predictions = TOps.All(prediction);
        var (j, length) = ((nuint)0, (nuint)target.Length);
        for (; j + (nuint)TOps.Count <= length; j += (nuint)TOps.Count)
        {
            var u = TOps.Subtract(TOps.Load(ref targets, j), predictions);
            var (above, below) = (TOps.Min(TOps.Max(u, zero), high), TOps.Max(TOps.Min(u, zero), low));
            slopeAbove = TOps.Add(slopeAbove, above);
            slopeBelow = TOps.Add(slopeBelow, below);
            lossAbove = TOps.MultiplyAdd(above, TOps.MultiplyAdd(half, above, u), lossAbove);
            lossBelow = TOps.MultiplyAdd(below, TOps.MultiplyAdd(half, below, u), lossBelow);
        }

        var sums = (TOps.Sum(slopeAbove), TOps.Sum(slopeBelow), TOps.Sum(lossAbove), TOps.Sum(lossBelow));
        for (; j < length; j++)
            Add(Unsafe.Add(ref targets, j) - prediction, kappa, ref sums);
        return sums;
    }

    private static void Add(T u, T kappa, ref (T SlopeAbove, T SlopeBelow, T LossAbove, T LossBelow) sums)
    {
        var (above, below) = (T.Clamp(u, T.Zero, kappa), T.Clamp(u, -kappa, T.Zero));
        sums.SlopeAbove += above;
        sums.SlopeBelow += below;
        sums.LossAbove += above * (u - Half * above);
        sums.LossBelow += below * (u - Half * below);
    }
}
