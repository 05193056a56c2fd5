using System.Numerics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Networks;

/// <summary>y = activation(x w + b). Weights are inputs x outputs: the transpose of PyTorch's.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="inputs">Width of the input, ≥ 1.</param>
/// <param name="outputs">Width of the output, ≥ 1.</param>
/// <param name="activation">What follows.</param>
public sealed class Dense<T>(int inputs, int outputs, Activation activation = Activation.Identity) : Layer<T>(inputs, outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What follows.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Weights, inputs x outputs.</summary>
    public Parameter<T> Weights { get; } = new("weights", inputs, outputs);

    /// <summary>Bias, 1 x outputs.</summary>
    public Parameter<T> Bias { get; } = new("bias", 1, outputs);

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter<T>> Parameters => field ??= [Weights, Bias];

    /// <inheritdoc/>
    public override LayerPass<T> NewPass(ITensorBackend<T> backend, int batch) => new DensePass<T>(this, backend, batch);

    /// <inheritdoc/>
    public override void Initialise(IInitialiser initialiser, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(initialiser);
        initialiser.Fill(Weights.Value, Bias.Value, random);
    }
}
