using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>Activations and their derivatives over all elements.</summary>
internal static class ActivationKernels<T, TVector, TOps>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TOps : IVectorOps<T, TVector>
{
    // Beyond it tanh is one and Mish the identity, in float64 too; and no power of e overflows.
    private static readonly T Far = T.CreateTruncating(20);
    private static readonly T Two = T.CreateTruncating(2);
    private static readonly T Four = T.CreateTruncating(4);

    public static void Apply(Activation activation, T[] z, T[] y)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(z);
        ref var to = ref MemoryMarshal.GetArrayDataReference(y);
        for (nuint i = 0; i < (nuint)y.Length; i += (nuint)TOps.Count)
        {
            var element = TOps.Load(ref from, i);
            var result = activation switch
            {
                Activation.Relu => TOps.Max(element, TOps.All(T.Zero)),
                Activation.Tanh => Tanh(element),
                Activation.Mish => TOps.Multiply(element, TanhSoftplus(element)),
                _ => element,
            };
            TOps.Store(result, ref to, i);
        }
    }

    public static void Gradient(Activation activation, T[] z, T[] y, T[] dy, T[] dz)
    {
        ref var before = ref MemoryMarshal.GetArrayDataReference(z);
        ref var after = ref MemoryMarshal.GetArrayDataReference(y);
        ref var from = ref MemoryMarshal.GetArrayDataReference(dy);
        ref var to = ref MemoryMarshal.GetArrayDataReference(dz);
        for (nuint i = 0; i < (nuint)dz.Length; i += (nuint)TOps.Count)
        {
            var gradient = TOps.Load(ref from, i);
            var result = activation switch
            {
                Activation.Relu => TOps.Gate(TOps.Load(ref after, i), gradient),
                Activation.Tanh => TOps.Multiply(gradient, OneMinusSquare(TOps.Load(ref after, i))),
                Activation.Mish => TOps.Multiply(gradient, MishSlope(TOps.Load(ref before, i))),
                _ => gradient,
            };
            TOps.Store(result, ref to, i);
        }
    }

    // 1 - 2 / (1 + e^2z)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Tanh(TVector z)
    {
        var clipped = TOps.Max(TOps.Min(z, TOps.All(Far)), TOps.All(-Far));
        var power = TOps.Exponential(TOps.Add(clipped, clipped));
        return TOps.Subtract(TOps.All(T.One), TOps.Divide(TOps.All(Two), TOps.Add(power, TOps.All(T.One))));
    }

    // tanh(ln(1 + e)) = n / (n + 2) with n = e (e + 2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TanhSoftplus(TVector z)
    {
        var power = TOps.Exponential(TOps.Min(z, TOps.All(Far)));
        var n = TOps.Multiply(power, TOps.Add(power, TOps.All(Two)));
        return TOps.Divide(n, TOps.Add(n, TOps.All(Two)));
    }

    // n / (n + 2) + z · 4 e (e + 1) / (n + 2)²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MishSlope(TVector z)
    {
        var power = TOps.Exponential(TOps.Min(z, TOps.All(Far)));
        var n = TOps.Multiply(power, TOps.Add(power, TOps.All(Two)));
        var inverse = TOps.Divide(TOps.All(T.One), TOps.Add(n, TOps.All(Two)));
        var slope = TOps.Multiply(TOps.Multiply(TOps.All(Four), TOps.Multiply(power, TOps.Add(power, TOps.All(T.One)))), TOps.Multiply(inverse, inverse));
        return TOps.MultiplyAdd(TOps.Min(z, TOps.All(Far)), slope, TOps.Multiply(n, inverse));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OneMinusSquare(TVector y) => TOps.Subtract(TOps.All(T.One), TOps.Multiply(y, y));
}
