using System.Numerics;

namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>Kernels on vectors of one width.</summary>
internal sealed class SimdBackend<T, TVector, TOps, TTile>(InstructionSet set) : ITensorBackend<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : struct
    where TOps : IVectorOps<T, TVector>
    where TTile : ITile<T>
{
    private readonly MatrixProduct<T, TTile> _product = new();
    private readonly BlockKernels<T, TVector, TOps> _blocks = new();

    public string Name => $"managed {set} {typeof(T).Name}";

    public void Linear(Matrix<T> x, Matrix<T> weights, Matrix<T>? bias, bool relu, Matrix<T> y)
    {
        weights.RequireShape(x.Columns, y.Columns);
        y.RequireShape(x.Rows, weights.Columns);
        if (x.Rows == 1)
            RowKernels<T, TVector, TOps>.Linear(x, weights, bias, relu, y);
        else
            _product.Multiply(Of(x), Of(weights), bias?.Storage, accumulate: false, relu, new(y.Storage, y.Columns));
    }

    public void LinearInputGradient(Matrix<T> dy, Matrix<T> weights, bool accumulate, Matrix<T> dx)
    {
        weights.RequireShape(dx.Columns, dy.Columns);
        dx.RequireShape(dy.Rows, weights.Rows);
        _product.Multiply(Of(dy), Of(weights).Transposed, bias: null, accumulate, relu: false, new(dx.Storage, dx.Columns));
    }

    public void LinearParameterGradient(Matrix<T> x, Matrix<T> dy, Matrix<T> weightGradient, Matrix<T> biasGradient)
    {
        weightGradient.RequireShape(x.Columns, dy.Columns);
        biasGradient.RequireShape(1, dy.Columns);
        _product.Multiply(Of(x).Transposed, Of(dy), bias: null, accumulate: true, relu: false, new(weightGradient.Storage, dy.Columns));
        RowKernels<T, TVector, TOps>.AddColumnSums(dy, biasGradient);
    }

    public void LinearBlocks(Matrix<T> x, Matrix<T> weights, Matrix<T> bias, ReadOnlySpan<int> blocks, Matrix<T> y) =>
        _blocks.Linear(x, weights, bias, blocks, y);

    public void LinearBlocksGradient(
        Matrix<T> x, Matrix<T> weights, ReadOnlySpan<int> blocks, Matrix<T> dy, Matrix<T> weightGradient, Matrix<T> biasGradient, Matrix<T>? dx) =>
        _blocks.Gradient(x, weights, blocks, dy, weightGradient, biasGradient, dx);

    public void BlockMeans(Matrix<T> x, Matrix<T> means) => BlockKernels<T, TVector, TOps>.Means(x, means);

    public void Activate(Activation activation, Matrix<T> z, Matrix<T> y)
    {
        y.RequireShape(z.Rows, z.Columns);
        ActivationKernels<T, TVector, TOps>.Apply(activation, z.Storage, y.Storage);
    }

    public void ActivationGradient(Activation activation, Matrix<T> z, Matrix<T> y, Matrix<T> dy, Matrix<T> dz)
    {
        dz.RequireShape(y.Rows, y.Columns);
        dy.RequireShape(y.Rows, y.Columns);
        ActivationKernels<T, TVector, TOps>.Gradient(activation, z.Storage, y.Storage, dy.Storage, dz.Storage);
    }

    public void AddScaled(T factor, Matrix<T> x, Matrix<T> y)
    {
        y.RequireShape(x.Rows, x.Columns);
        ElementKernels<T, TVector, TOps>.AddScaled(factor, x.Storage, y.Storage);
    }

    public void Blend(T share, Matrix<T> x, Matrix<T> y)
    {
        y.RequireShape(x.Rows, x.Columns);
        ElementKernels<T, TVector, TOps>.Blend(share, x.Storage, y.Storage);
    }

    public T SquaredNorm(Matrix<T> x) => ElementKernels<T, TVector, TOps>.SquaredNorm(x.Storage);

    public void Exponential(Matrix<T> x) => ElementKernels<T, TVector, TOps>.Exponential(x.Storage);

    public void Adam(in AdamStep<T> rates, Matrix<T> gradient, Matrix<T> first, Matrix<T> second, Matrix<T> value) =>
        ElementKernels<T, TVector, TOps>.Adam(rates, gradient.Storage, first.Storage, second.Storage, value.Storage);

    public void QuantileHuber(Matrix<T> predicted, Matrix<T> target, T kappa, Matrix<T> rowLoss, Matrix<T> gradient)
    {
        gradient.RequireShape(predicted.Rows, predicted.Columns);
        rowLoss.RequireShape(predicted.Rows, 1);
        for (var row = 0; row < predicted.Rows; row++)
            rowLoss[row, 0] = QuantileKernel<T, TVector, TOps>.Row(predicted.Row(row), target.Row(row), kappa, gradient.Row(row));
    }

    private static View<T> Of(Matrix<T> matrix) => new(matrix.Storage, matrix.Rows, matrix.Columns, matrix.Columns, 1);
}
