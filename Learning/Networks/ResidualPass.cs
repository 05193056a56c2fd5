using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Networks;

internal sealed class ResidualPass<T>(Residual<T> block, ITensorBackend<T> backend, int batch) : LayerPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerPass<T> _inner = block.Inner.NewPass(backend, batch);

    public override Matrix<T> Output { get; } = new(batch, block.Outputs);

    public override Matrix<T> Forward(Matrix<T> x)
    {
        Output.CopyFrom(_inner.Forward(x));
        backend.AddScaled(T.One, x, Output);
        return Output;
    }

    public override void Backward(Matrix<T> dy, Matrix<T>? dx = null, bool accumulate = false)
    {
        _inner.Backward(dy, dx, accumulate);
        if (dx is not null)
            backend.AddScaled(T.One, dy, dx);
    }

    public override void InputGradient(Matrix<T> dy, Matrix<T> dx, bool accumulate = false)
    {
        _inner.InputGradient(dy, dx, accumulate);
        backend.AddScaled(T.One, dy, dx);
    }
}
