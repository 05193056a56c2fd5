namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>The innermost kernel of a matrix product: a block of c small enough for the registers.</summary>
internal interface ITile<T>
    where T : unmanaged
{
    static abstract int Rows { get; }

    static abstract int Columns { get; }

    /// <summary>c = start + a b over the packed panels a (depth x rows) and b (depth x columns).</summary>
    static abstract void Multiply(int depth, ref T a, ref T b, ref T c, nuint stride, ref T bias, TileStart start, bool relu);
}
