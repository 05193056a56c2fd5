using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>
/// Kernels of a linear layer of which every row of a batch needs one block of outputs only: of 64 actions x 32 quantiles a transition has one action,
/// and 63 of 64 products would be thrown away. Rows of the same block go through together, four at a time, so that its weights are read once for them.
/// </summary>
internal sealed class BlockKernels<T, TVector, TOps>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TOps : IVectorOps<T, TVector>
{
    private const int Together = 4;
    private readonly int[] _rows = new int[Together];
    private T[] _nothing = [];
    private T[] _aside = [];
    private int[] _order = [];

    public void Linear(Matrix<T> x, Matrix<T> weights, Matrix<T> bias, ReadOnlySpan<int> blocks, Matrix<T> y)
    {
        Sort(blocks, Math.Max(x.Columns, y.Columns));
        for (var at = 0; at < blocks.Length;)
        {
            var present = Take(blocks, at);
            var first = blocks[_rows[0]] * y.Columns;
            for (var k = 0; k < present; k++)
                bias.Elements.Slice(first, y.Columns).CopyTo(y.Row(_rows[k]));
            LinearTogether(x, weights, first, present, y);
            at += present;
        }
    }

    public void Gradient(
        Matrix<T> x, Matrix<T> weights, ReadOnlySpan<int> blocks, Matrix<T> dy, Matrix<T> weightGradient, Matrix<T> biasGradient, Matrix<T>? dx)
    {
        Sort(blocks, Math.Max(x.Columns, dy.Columns));
        for (var at = 0; at < blocks.Length;)
        {
            var present = Take(blocks, at);
            var first = blocks[_rows[0]] * dy.Columns;
            for (var k = 0; k < present; k++)
                RowKernels<T, TVector, TOps>.AddScaledRow(T.One, dy.Row(_rows[k]), biasGradient.Elements.Slice(first, dy.Columns));
            AddTogether(x, dy, first, present, weightGradient);
            for (var k = 0; dx is not null && k < present; k++)
            {
                var gradient = dy.Row(_rows[k]);
                var inputs = dx.Row(_rows[k]);
                for (var i = 0; i < inputs.Length; i++)
                    inputs[i] = RowKernels<T, TVector, TOps>.Dot(gradient, weights.Row(i).Slice(first, gradient.Length));
            }

            at += present;
        }
    }

    public static void Means(Matrix<T> x, Matrix<T> means)
    {
        var width = x.Columns / means.Columns;
        var share = T.One / T.CreateTruncating(width);
        var ones = TOps.All(T.One);
        for (var row = 0; row < x.Rows; row++)
        {
            var results = means.Row(row);
            for (var block = 0; block < results.Length; block++)
            {
                var elements = x.Row(row).Slice(block * width, width);
                var sums = TOps.All(T.Zero);
                var i = 0;
                for (; i + TOps.Count <= width; i += TOps.Count)
                    sums = TOps.MultiplyAdd(ones, TOps.Load(ref elements[0], (nuint)i), sums);
                var sum = TOps.Sum(sums);
                for (; i < width; i++)
                    sum += elements[i];
                results[block] = share * sum;
            }
        }
    }

    // Rows by their block, in their own order within it: sums are formed in the same order every time.
    private void Sort(ReadOnlySpan<int> blocks, int width)
    {
        if (_order.Length != blocks.Length)
            _order = new int[blocks.Length];
        if (_nothing.Length < width)
            (_nothing, _aside) = (new T[width], new T[width]);
        for (var row = 0; row < blocks.Length; row++)
        {
            var place = row;
            for (; place > 0 && blocks[_order[place - 1]] > blocks[row]; place--)
                _order[place] = _order[place - 1];
            _order[place] = row;
        }
    }

    private int Take(ReadOnlySpan<int> blocks, int at)
    {
        var present = 0;
        while (present < Together && at + present < _order.Length && blocks[_order[at + present]] == blocks[_order[at]])
        {
            _rows[present] = _order[at + present];
            present++;
        }

        return present;
    }

    // A row that is not there reads zeros and writes aside.
    private ref T Read(Matrix<T> matrix, int k, int present) =>
        ref MemoryMarshal.GetReference(k < present ? matrix.Row(_rows[k]) : _nothing.AsSpan());

    private ref T Written(Matrix<T> matrix, int k, int present) =>
        ref MemoryMarshal.GetReference(k < present ? matrix.Row(_rows[k]) : _aside.AsSpan());

    private void LinearTogether(Matrix<T> x, Matrix<T> weights, int first, int present, Matrix<T> y)
    {
        ref var x0 = ref Read(x, 0, present);
        ref var x1 = ref Read(x, 1, present);
        ref var x2 = ref Read(x, 2, present);
        ref var x3 = ref Read(x, 3, present);
        ref var y0 = ref Written(y, 0, present);
        ref var y1 = ref Written(y, 1, present);
        ref var y2 = ref Written(y, 2, present);
        ref var y3 = ref Written(y, 3, present);
        var j = (nuint)0;
        for (; j + (nuint)TOps.Count <= (nuint)y.Columns; j += (nuint)TOps.Count)
        {
            ref var w = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights.Storage), first + (nint)j);
            var (s0, s1, s2, s3) = (TOps.Load(ref y0, j), TOps.Load(ref y1, j), TOps.Load(ref y2, j), TOps.Load(ref y3, j));
            for (var i = 0; i < x.Columns; i++)
            {
                var line = TOps.Load(ref w, 0);
                s0 = TOps.MultiplyAdd(TOps.All(Unsafe.Add(ref x0, i)), line, s0);
                s1 = TOps.MultiplyAdd(TOps.All(Unsafe.Add(ref x1, i)), line, s1);
                s2 = TOps.MultiplyAdd(TOps.All(Unsafe.Add(ref x2, i)), line, s2);
                s3 = TOps.MultiplyAdd(TOps.All(Unsafe.Add(ref x3, i)), line, s3);
                w = ref Unsafe.Add(ref w, weights.Columns);
            }

            TOps.Store(s3, ref y3, j);
            TOps.Store(s2, ref y2, j);
            TOps.Store(s1, ref y1, j);
            TOps.Store(s0, ref y0, j);
        }

        for (var rest = (int)j; rest < y.Columns; rest++)
        {
            for (var k = 0; k < present; k++)
            {
                for (var i = 0; i < x.Columns; i++)
                    y[_rows[k], rest] += x[_rows[k], i] * weights[i, first + rest];
            }
        }
    }

    private void AddTogether(Matrix<T> x, Matrix<T> dy, int first, int present, Matrix<T> gradient)
    {
        ref var x0 = ref Read(x, 0, present);
        ref var x1 = ref Read(x, 1, present);
        ref var x2 = ref Read(x, 2, present);
        ref var x3 = ref Read(x, 3, present);
        var j = (nuint)0;
        for (; j + (nuint)TOps.Count <= (nuint)dy.Columns; j += (nuint)TOps.Count)
        {
            ref var g = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(gradient.Storage), first + (nint)j);
            var (d0, d1) = (TOps.Load(ref Read(dy, 0, present), j), TOps.Load(ref Read(dy, 1, present), j));
            var (d2, d3) = (TOps.Load(ref Read(dy, 2, present), j), TOps.Load(ref Read(dy, 3, present), j));
            for (var i = 0; i < x.Columns; i++)
            {
                var sum = TOps.MultiplyAdd(TOps.All(Unsafe.Add(ref x0, i)), d0, TOps.Load(ref g, 0));
                sum = TOps.MultiplyAdd(TOps.All(Unsafe.Add(ref x1, i)), d1, sum);
                sum = TOps.MultiplyAdd(TOps.All(Unsafe.Add(ref x2, i)), d2, sum);
                TOps.Store(TOps.MultiplyAdd(TOps.All(Unsafe.Add(ref x3, i)), d3, sum), ref g, 0);
                g = ref Unsafe.Add(ref g, gradient.Columns);
            }
        }

        for (var rest = (int)j; rest < dy.Columns; rest++)
        {
            for (var k = 0; k < present; k++)
            {
                for (var i = 0; i < x.Columns; i++)
                    gradient[i, first + rest] += x[_rows[k], i] * dy[_rows[k], rest];
            }
        }
    }
}
