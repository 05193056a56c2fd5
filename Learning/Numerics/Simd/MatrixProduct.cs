using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>
/// c = a b, blocked for the caches as Goto and van de Geijn describe (ACM TOMS 34(3), 2008): a block of b and one of a are packed into panels,
/// and tiles of c run over them.
/// </summary>
internal sealed class MatrixProduct<T, TTile>
    where T : unmanaged
    where TTile : ITile<T>
{
    // A block of b takes half a megabyte in float32, one of a an eighth: both stay in a level-2 cache of one megabyte.
    private const int Depth = 256;
    private const int Columns = 512;
    private const int Rows = 144;
    private readonly T[] _a = new T[Depth * (Rows + 16)];
    private readonly T[] _b = new T[Depth * (Columns + 64)];
    private readonly T[] _edge = new T[16 * 64];

    public void Multiply(in View<T> a, in View<T> b, T[]? bias, bool accumulate, bool relu, Matrix c)
    {
        for (var column = 0; column < b.Columns; column += Columns)
        {
            var columns = Math.Min(Columns, b.Columns - column);
            for (var k = 0; k < a.Columns; k += Depth)
            {
                var depth = Math.Min(Depth, a.Columns - k);
                var isLast = k + depth == a.Columns;
                var start = k > 0 || accumulate ? TileStart.Sum : bias is null ? TileStart.Zero : TileStart.Bias;
                Packing.Pack(b.Data, b.ColumnStep, b.RowStep, column, columns, k, depth, TTile.Columns, _b);
                for (var row = 0; row < a.Rows; row += Rows)
                {
                    var rows = Math.Min(Rows, a.Rows - row);
                    Packing.Pack(a.Data, a.RowStep, a.ColumnStep, row, rows, k, depth, TTile.Rows, _a);
                    MultiplyBlock(new Block(row, rows, column, columns, depth), bias, start, relu && isLast, c);
                }
            }
        }
    }

    private void MultiplyBlock(in Block block, T[]? bias, TileStart start, bool relu, Matrix c)
    {
        ref var packedA = ref MemoryMarshal.GetArrayDataReference(_a);
        ref var packedB = ref MemoryMarshal.GetArrayDataReference(_b);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(c.Data);
        ref var biases = ref MemoryMarshal.GetArrayDataReference(bias ?? _edge);
        for (var j = 0; j < block.Columns; j += TTile.Columns)
        {
            ref var b = ref Unsafe.Add(ref packedB, (nint)j * block.Depth);
            for (var i = 0; i < block.Rows; i += TTile.Rows)
            {
                ref var a = ref Unsafe.Add(ref packedA, (nint)i * block.Depth);
                var (row, column) = (block.Row + i, block.Column + j);
                var (rows, columns) = (Math.Min(TTile.Rows, block.Rows - i), Math.Min(TTile.Columns, block.Columns - j));
                if (rows == TTile.Rows && columns == TTile.Columns)
                {
                    ref var tile = ref Unsafe.Add(ref sums, (nint)row * c.Stride + column);
                    TTile.Multiply(block.Depth, ref a, ref b, ref tile, (nuint)c.Stride, ref Unsafe.Add(ref biases, bias is null ? 0 : column), start, relu);
                }
                else
                {
                    MultiplyEdge(block.Depth, ref a, ref b, c, new Block(row, rows, column, columns, 0), bias, start, relu);
                }
            }
        }
    }

    // A tile over the edge is worked out aside, and what is inside copied.
    private void MultiplyEdge(int depth, ref T a, ref T b, Matrix c, in Block inside, T[]? bias, TileStart start, bool relu)
    {
        for (var i = 0; i < inside.Rows; i++)
        {
            var aside = _edge.AsSpan(i * TTile.Columns, inside.Columns);
            switch (start)
            {
                case TileStart.Sum:
                    c.Data.AsSpan((inside.Row + i) * c.Stride + inside.Column, inside.Columns).CopyTo(aside);
                    break;
                case TileStart.Bias:
                    bias.AsSpan(inside.Column, inside.Columns).CopyTo(aside);
                    break;
                default:
                    aside.Clear();
                    break;
            }
        }

        ref var edge = ref MemoryMarshal.GetArrayDataReference(_edge);
        TTile.Multiply(depth, ref a, ref b, ref edge, (nuint)TTile.Columns, ref edge, TileStart.Sum, relu);
        for (var i = 0; i < inside.Rows; i++)
            _edge.AsSpan(i * TTile.Columns, inside.Columns).CopyTo(c.Data.AsSpan((inside.Row + i) * c.Stride + inside.Column));
    }

    /// <summary>Where the product goes: rows of <paramref name="Stride"/> elements.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Matrix(T[] Data, int Stride);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Block(int Row, int Rows, int Column, int Columns, int Depth);
}
