using System.Numerics;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>
/// Kernels of a linear layer of which every row of a batch needs one block of outputs only: of 64 actions x 32 quantiles a transition has one action,
/// and 63 of 64 products would be thrown away.
/// </summary>
internal static class BlockKernels<T, TVector, TOps>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TOps : IVectorOps<T, TVector>
{
    public static void Linear(Matrix<T> x, Matrix<T> weights, Matrix<T> bias, ReadOnlySpan<int> blocks, Matrix<T> y)
    {
        var width = y.Columns;
        for (var row = 0; row < x.Rows; row++)
        {
            var first = blocks[row] * width;
            var inputs = x.Row(row);
            var outputs = y.Row(row);
            bias.Elements.Slice(first, width).CopyTo(outputs);
            for (var i = 0; i < inputs.Length; i++)
            {
                if (inputs[i] != T.Zero)
                    RowKernels<T, TVector, TOps>.AddScaledRow(inputs[i], weights.Row(i).Slice(first, width), outputs);
            }
        }
    }

    public static void Gradient(
        Matrix<T> x, Matrix<T> weights, ReadOnlySpan<int> blocks, Matrix<T> dy, Matrix<T> weightGradient, Matrix<T> biasGradient, Matrix<T>? dx)
    {
        var width = dy.Columns;
        for (var row = 0; row < x.Rows; row++)
        {
            var first = blocks[row] * width;
            var inputs = x.Row(row);
            var gradient = dy.Row(row);
            RowKernels<T, TVector, TOps>.AddScaledRow(T.One, gradient, biasGradient.Elements.Slice(first, width));
            for (var i = 0; i < inputs.Length; i++)
            {
                if (inputs[i] != T.Zero)
                    RowKernels<T, TVector, TOps>.AddScaledRow(inputs[i], gradient, weightGradient.Row(i).Slice(first, width));
            }

            for (var i = 0; dx is not null && i < inputs.Length; i++)
                dx[row, i] = RowKernels<T, TVector, TOps>.Dot(gradient, weights.Row(i).Slice(first, width));
        }
    }

    public static void Means(Matrix<T> x, Matrix<T> means)
    {
        var width = x.Columns / means.Columns;
        var share = T.One / T.CreateTruncating(width);
        for (var row = 0; row < x.Rows; row++)
        {
            var elements = x.Row(row);
            var results = means.Row(row);
            for (var block = 0; block < results.Length; block++)
                results[block] = share * Sum(elements.Slice(block * width, width));
        }
    }

    private static T Sum(ReadOnlySpan<T> elements)
    {
        var sum = T.Zero;
        foreach (var element in elements)
            sum += element;
        return sum;
    }
}
