using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Networks;

/// <summary>One batch on its way through a network with several heads and back.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class HeadedPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerPass<T> _encoder;
    private readonly LayerPass<T>[] _heads;
    private readonly Matrix<T> _latentGradient;

    internal HeadedPass(HeadedNetwork<T> network, ITensorBackend<T> backend, int batch)
    {
        _encoder = network.Encoder.NewPass(backend, batch);
        _heads = [.. network.Heads.Select(head => head.NewPass(backend, batch))];
        _latentGradient = new(batch, network.Encoder.Outputs);
    }

    /// <summary>What the encoder gave, batch x latent.</summary>
    public Matrix<T> Latent => _encoder.Output;

    /// <summary>What a head gave.</summary>
    /// <param name="head">Index of the head.</param>
    public Matrix<T> Output(int head) => _heads[head].Output;

    /// <summary>Works out the outputs of all heads.</summary>
    /// <param name="x">Inputs, batch x inputs; must stay as they are until <see cref="Backward"/>.</param>
    public void Forward(Matrix<T> x)
    {
        var latent = _encoder.Forward(x);
        foreach (var head in _heads)
            head.Forward(latent);
    }

    /// <summary>Adds to the gradients of the parameters.</summary>
    /// <param name="dy">Derivatives of the loss by the outputs of every head.</param>
    /// <param name="dx">Derivative by the inputs; written. None where nothing lies before.</param>
    public void Backward(ReadOnlySpan<Matrix<T>> dy, Matrix<T>? dx = null)
    {
        for (var i = 0; i < _heads.Length; i++)
            _heads[i].Backward(dy[i], _latentGradient, accumulate: i > 0);
        _encoder.Backward(_latentGradient, dx);
    }
}
