using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Networks;

internal sealed class SequentialPass<T>(Sequential<T> network, ITensorBackend<T> backend, int batch) : LayerPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerPass<T>[] _passes = [.. network.Layers.Select(layer => layer.NewPass(backend, batch))];

    // The gradient between layer i and layer i + 1.
    private readonly Matrix<T>[] _between = [.. network.Layers.Skip(1).Select(layer => new Matrix<T>(batch, layer.Inputs))];

    public override Matrix<T> Output => _passes[^1].Output;

    public override Matrix<T> Forward(Matrix<T> x)
    {
        foreach (var pass in _passes)
            x = pass.Forward(x);
        return x;
    }

    public override void Backward(Matrix<T> dy, Matrix<T>? dx = null, bool accumulate = false)
    {
        for (var i = _passes.Length - 1; i > 0; i--)
        {
            _passes[i].Backward(dy, _between[i - 1]);
            dy = _between[i - 1];
        }

        _passes[0].Backward(dy, dx, accumulate);
    }

    public override void InputGradient(Matrix<T> dy, Matrix<T> dx, bool accumulate = false)
    {
        for (var i = _passes.Length - 1; i > 0; i--)
        {
            _passes[i].InputGradient(dy, _between[i - 1]);
            dy = _between[i - 1];
        }

        _passes[0].InputGradient(dy, dx, accumulate);
    }
}
