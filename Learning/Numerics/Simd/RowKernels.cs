using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>Kernels that run along rows: a product with a single row, and sums of columns.</summary>
internal static class RowKernels<T, TVector, TOps>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TOps : IVectorOps<T, TVector>
{
    /// <summary>One decision: every weight is read once, so nothing is packed.</summary>
    public static void Linear(Matrix<T> x, Matrix<T> weights, Matrix<T>? bias, bool relu, Matrix<T> y)
    {
        var sums = y.Elements;
        if (bias is null)
            sums.Clear();
        else
            bias.Elements.CopyTo(sums);
        for (var i = 0; i < x.Columns; i++)
        {
            // What ReLU has switched off costs nothing.
            if (x.Storage[i] != T.Zero)
                AddScaledRow(x.Storage[i], weights.Row(i), sums);
        }

        for (var j = 0; relu && j < sums.Length; j++)
            sums[j] = T.Max(sums[j], T.Zero);
    }

    public static void AddColumnSums(Matrix<T> x, Matrix<T> sums)
    {
        for (var row = 0; row < x.Rows; row++)
            AddScaledRow(T.One, x.Row(row), sums.Elements);
    }

    /// <summary>y += factor · x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaledRow(T factor, ReadOnlySpan<T> x, Span<T> y)
    {
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y);
        var factors = TOps.All(factor);
        var (i, length) = ((nuint)0, (nuint)y.Length);
        for (; i + (nuint)TOps.Count <= length; i += (nuint)TOps.Count)
            TOps.Store(TOps.MultiplyAdd(factors, TOps.Load(ref from, i), TOps.Load(ref to, i)), ref to, i);
        for (; i < length; i++)
            Unsafe.Add(ref to, i) = T.MultiplyAddEstimate(factor, Unsafe.Add(ref from, i), Unsafe.Add(ref to, i));
    }

    /// <summary>Sum of x y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Dot(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y);
        var sums = TOps.All(T.Zero);
        var (i, length) = ((nuint)0, (nuint)y.Length);
        for (; i + (nuint)TOps.Count <= length; i += (nuint)TOps.Count)
            sums = TOps.MultiplyAdd(TOps.Load(ref left, i), TOps.Load(ref right, i), sums);
        var sum = TOps.Sum(sums);
        for (; i < length; i++)
            sum += Unsafe.Add(ref left, i) * Unsafe.Add(ref right, i);
        return sum;
    }
}
