using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Networks;

internal sealed class DensePass<T> : LayerPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dense<T> _layer;
    private readonly ITensorBackend<T> _backend;
    private readonly Matrix<T> _z;
    private readonly Matrix<T> _dz;
    private Matrix<T>? _x;

    public DensePass(Dense<T> layer, ITensorBackend<T> backend, int batch)
    {
        (_layer, _backend) = (layer, backend);
        Output = new(batch, layer.Outputs);
        // Only Mish needs what was before it, and the identity changes no gradient.
        _z = layer.Activation == Activation.Mish ? new(batch, layer.Outputs) : Output;
        _dz = layer.Activation == Activation.Identity ? Output : new(batch, layer.Outputs);
    }

    public override Matrix<T> Output { get; }

    public override Matrix<T> Forward(Matrix<T> x)
    {
        _x = x;
        _backend.Linear(x, _layer.Weights.Value, _layer.Bias.Value, _layer.Activation == Activation.Relu, _z);
        if (_layer.Activation is Activation.Tanh or Activation.Mish)
            _backend.Activate(_layer.Activation, _z, Output);
        return Output;
    }

    public override void Backward(Matrix<T> dy, Matrix<T>? dx = null, bool accumulate = false)
    {
        var x = _x ?? throw new InvalidOperationException("nothing went forward.");
        var dz = BeforeActivation(dy);
        _backend.LinearParameterGradient(x, dz, _layer.Weights.Gradient, _layer.Bias.Gradient);
        if (dx is not null)
            _backend.LinearInputGradient(dz, _layer.Weights.Value, accumulate, dx);
    }

    public override void InputGradient(Matrix<T> dy, Matrix<T> dx, bool accumulate = false) =>
        _backend.LinearInputGradient(BeforeActivation(dy), _layer.Weights.Value, accumulate, dx);

    private Matrix<T> BeforeActivation(Matrix<T> dy)
    {
        if (_layer.Activation == Activation.Identity)
            return dy;
        _backend.ActivationGradient(_layer.Activation, _z, Output, dy, _dz);
        return _dz;
    }
}
