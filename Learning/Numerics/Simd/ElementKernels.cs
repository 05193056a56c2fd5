using System.Numerics;
using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>Kernels over all elements of equally long storages, whose length is a whole number of vectors.</summary>
internal static class ElementKernels<T, TVector, TOps>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TOps : IVectorOps<T, TVector>
{
    public static void AddScaled(T factor, T[] x, T[] y)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(x);
        ref var to = ref MemoryMarshal.GetArrayDataReference(y);
        var factors = TOps.All(factor);
        for (nuint i = 0; i < (nuint)y.Length; i += (nuint)TOps.Count)
            TOps.Store(TOps.MultiplyAdd(factors, TOps.Load(ref from, i), TOps.Load(ref to, i)), ref to, i);
    }

    public static void Blend(T share, T[] x, T[] y)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(x);
        ref var to = ref MemoryMarshal.GetArrayDataReference(y);
        var shares = TOps.All(share);
        for (nuint i = 0; i < (nuint)y.Length; i += (nuint)TOps.Count)
        {
            var old = TOps.Load(ref to, i);
            TOps.Store(TOps.MultiplyAdd(shares, TOps.Subtract(TOps.Load(ref from, i), old), old), ref to, i);
        }
    }

    public static T SquaredNorm(T[] x)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(x);
        var sum = TOps.All(T.Zero);
        for (nuint i = 0; i < (nuint)x.Length; i += (nuint)TOps.Count)
        {
            var element = TOps.Load(ref from, i);
            sum = TOps.MultiplyAdd(element, element, sum);
        }

        return TOps.Sum(sum);
    }

    public static void Exponential(T[] x)
    {
        ref var at = ref MemoryMarshal.GetArrayDataReference(x);
        for (nuint i = 0; i < (nuint)x.Length; i += (nuint)TOps.Count)
            TOps.Store(TOps.Exponential(TOps.Load(ref at, i)), ref at, i);
    }

    public static void Adam(in AdamStep<T> step, T[] gradient, T[] first, T[] second, T[] value)
    {
        ref var gradients = ref MemoryMarshal.GetArrayDataReference(gradient);
        ref var firsts = ref MemoryMarshal.GetArrayDataReference(first);
        ref var seconds = ref MemoryMarshal.GetArrayDataReference(second);
        ref var values = ref MemoryMarshal.GetArrayDataReference(value);
        var (scale, rate, keep, correction) = (TOps.All(step.GradientScale), TOps.All(-step.Rate), TOps.All(step.Keep), TOps.All(step.SecondCorrection));
        var (share1, share2, epsilon) = (TOps.All(T.One - step.Beta1), TOps.All(T.One - step.Beta2), TOps.All(step.Epsilon));
        var (beta2, zero) = (TOps.All(step.Beta2), TOps.All(T.Zero));
        for (nuint i = 0; i < (nuint)value.Length; i += (nuint)TOps.Count)
        {
            var g = TOps.Multiply(scale, TOps.Load(ref gradients, i));
            var m = TOps.Load(ref firsts, i);
            m = TOps.MultiplyAdd(share1, TOps.Subtract(g, m), m);
            var v = TOps.MultiplyAdd(share2, TOps.Multiply(g, g), TOps.Multiply(beta2, TOps.Load(ref seconds, i)));
            var root = TOps.Add(TOps.Root(TOps.Multiply(v, correction)), epsilon);
            var kept = TOps.Multiply(keep, TOps.Load(ref values, i));
            TOps.Store(zero, ref gradients, i);
            TOps.Store(m, ref firsts, i);
            TOps.Store(v, ref seconds, i);
            TOps.Store(TOps.MultiplyAdd(rate, TOps.Divide(m, root), kept), ref values, i);
        }
    }
}
