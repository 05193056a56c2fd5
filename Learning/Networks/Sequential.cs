using System.Numerics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Networks;

/// <summary>One layer after the other.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class Sequential<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Joins layers.</summary>
    /// <param name="layers">At least one; each takes what the one before gives.</param>
    /// <exception cref="ArgumentException">Two neighbours do not fit.</exception>
    public Sequential(params IReadOnlyList<Layer<T>> layers)
        : base(layers[0].Inputs, layers[^1].Outputs)
    {
        for (var i = 1; i < layers.Count; i++)
        {
            if (layers[i].Inputs != layers[i - 1].Outputs)
                throw new ArgumentException($"layer {i} takes {layers[i].Inputs} inputs; the one before gives {layers[i - 1].Outputs}.", nameof(layers));
        }

        Layers = layers;
        Parameters = [.. layers.SelectMany(layer => layer.Parameters)];
    }

    /// <summary>The layers.</summary>
    public IReadOnlyList<Layer<T>> Layers { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter<T>> Parameters { get; }

    /// <inheritdoc/>
    public override LayerPass<T> NewPass(ITensorBackend<T> backend, int batch) => new SequentialPass<T>(this, backend, batch);

    /// <inheritdoc/>
    public override void Initialise(IInitialiser initialiser, RandomStream random)
    {
        foreach (var layer in Layers)
            layer.Initialise(initialiser, random);
    }
}
