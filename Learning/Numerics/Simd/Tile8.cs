using System.Runtime.CompilerServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>8 rows by two vectors of a product, held in 16 registers while the depth runs.</summary>
internal readonly struct Tile8<T, TVector, TOps> : ITile<T>
    where T : unmanaged
    where TVector : struct
    where TOps : IVectorOps<T, TVector>
{
    public static int Rows => 8;

    public static int Columns => 2 * TOps.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(int depth, ref T a, ref T b, ref T c, nuint stride, ref T bias, TileStart start, bool relu)
    {
        var width = (nuint)TOps.Count;
        var zero = TOps.All(default);
        TVector c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51, c60, c61, c70, c71;
        if (start == TileStart.Sum)
        {
            c00 = TOps.Load(ref c, 0 * stride);
            c01 = TOps.Load(ref c, 0 * stride + width);
            c10 = TOps.Load(ref c, 1 * stride);
            c11 = TOps.Load(ref c, 1 * stride + width);
            c20 = TOps.Load(ref c, 2 * stride);
            c21 = TOps.Load(ref c, 2 * stride + width);
            c30 = TOps.Load(ref c, 3 * stride);
            c31 = TOps.Load(ref c, 3 * stride + width);
            c40 = TOps.Load(ref c, 4 * stride);
            c41 = TOps.Load(ref c, 4 * stride + width);
            c50 = TOps.Load(ref c, 5 * stride);
            c51 = TOps.Load(ref c, 5 * stride + width);
            c60 = TOps.Load(ref c, 6 * stride);
            c61 = TOps.Load(ref c, 6 * stride + width);
            c70 = TOps.Load(ref c, 7 * stride);
            c71 = TOps.Load(ref c, 7 * stride + width);
        }
        else
        {
            c00 = start == TileStart.Bias ? TOps.Load(ref bias, 0) : zero;
            c01 = start == TileStart.Bias ? TOps.Load(ref bias, width) : zero;
            c70 = c60 = c50 = c40 = c30 = c20 = c10 = c00;
            c71 = c61 = c51 = c41 = c31 = c21 = c11 = c01;
        }

        for (; depth > 0; depth--)
        {
            var b0 = TOps.Load(ref b, 0);
            var b1 = TOps.Load(ref b, width);
            var a0 = TOps.All(Unsafe.Add(ref a, 0));
            c00 = TOps.MultiplyAdd(a0, b0, c00);
            c01 = TOps.MultiplyAdd(a0, b1, c01);
            var a1 = TOps.All(Unsafe.Add(ref a, 1));
            c10 = TOps.MultiplyAdd(a1, b0, c10);
            c11 = TOps.MultiplyAdd(a1, b1, c11);
            var a2 = TOps.All(Unsafe.Add(ref a, 2));
            c20 = TOps.MultiplyAdd(a2, b0, c20);
            c21 = TOps.MultiplyAdd(a2, b1, c21);
            var a3 = TOps.All(Unsafe.Add(ref a, 3));
            c30 = TOps.MultiplyAdd(a3, b0, c30);
            c31 = TOps.MultiplyAdd(a3, b1, c31);
            var a4 = TOps.All(Unsafe.Add(ref a, 4));
            c40 = TOps.MultiplyAdd(a4, b0, c40);
            c41 = TOps.MultiplyAdd(a4, b1, c41);
            var a5 = TOps.All(Unsafe.Add(ref a, 5));
            c50 = TOps.MultiplyAdd(a5, b0, c50);
            c51 = TOps.MultiplyAdd(a5, b1, c51);
            var a6 = TOps.All(Unsafe.Add(ref a, 6));
            c60 = TOps.MultiplyAdd(a6, b0, c60);
            c61 = TOps.MultiplyAdd(a6, b1, c61);
            var a7 = TOps.All(Unsafe.Add(ref a, 7));
            c70 = TOps.MultiplyAdd(a7, b0, c70);
            c71 = TOps.MultiplyAdd(a7, b1, c71);
            a = ref Unsafe.Add(ref a, 8);
            b = ref Unsafe.Add(ref b, 2 * width);
        }

        if (relu)
        {
            c00 = TOps.Max(c00, zero);
            c01 = TOps.Max(c01, zero);
            c10 = TOps.Max(c10, zero);
            c11 = TOps.Max(c11, zero);
            c20 = TOps.Max(c20, zero);
            c21 = TOps.Max(c21, zero);
            c30 = TOps.Max(c30, zero);
            c31 = TOps.Max(c31, zero);
            c40 = TOps.Max(c40, zero);
            c41 = TOps.Max(c41, zero);
            c50 = TOps.Max(c50, zero);
            c51 = TOps.Max(c51, zero);
            c60 = TOps.Max(c60, zero);
            c61 = TOps.Max(c61, zero);
            c70 = TOps.Max(c70, zero);
            c71 = TOps.Max(c71, zero);
        }

        TOps.Store(c00, ref c, 0 * stride);
        TOps.Store(c01, ref c, 0 * stride + width);
        TOps.Store(c10, ref c, 1 * stride);
        TOps.Store(c11, ref c, 1 * stride + width);
        TOps.Store(c20, ref c, 2 * stride);
        TOps.Store(c21, ref c, 2 * stride + width);
        TOps.Store(c30, ref c, 3 * stride);
        TOps.Store(c31, ref c, 3 * stride + width);
        TOps.Store(c40, ref c, 4 * stride);
        TOps.Store(c41, ref c, 4 * stride + width);
        TOps.Store(c50, ref c, 5 * stride);
        TOps.Store(c51, ref c, 5 * stride + width);
        TOps.Store(c60, ref c, 6 * stride);
        TOps.Store(c61, ref c, 6 * stride + width);
        TOps.Store(c70, ref c, 7 * stride);
        TOps.Store(c71, ref c, 7 * stride + width);
    }
}
