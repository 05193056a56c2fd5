using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Networks;

/// <summary>Several heads on one encoder.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="encoder">What the heads share.</param>
/// <param name="heads">The heads; each takes what the encoder gives.</param>
public sealed class HeadedNetwork<T>(Layer<T> encoder, params IReadOnlyList<Layer<T>> heads) : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What the heads share.</summary>
    public Layer<T> Encoder { get; } = encoder;

    /// <summary>The heads.</summary>
    public IReadOnlyList<Layer<T>> Heads { get; } = heads;

    /// <summary>All parameters, in an order that does not change.</summary>
    public IReadOnlyList<Parameter<T>> Parameters { get; } = [.. encoder.Parameters, .. heads.SelectMany(head => head.Parameters)];

    /// <summary>Reserves the memory for batches of one size.</summary>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="batch">Rows of a batch, ≥ 1.</param>
    public HeadedPass<T> NewPass(ITensorBackend<T> backend, int batch) => new(this, backend, batch);

    /// <summary>Draws the parameters.</summary>
    /// <param name="initialiser">How.</param>
    /// <param name="random">From what.</param>
    public void Initialise(IInitialiser initialiser, RandomStream random)
    {
        Encoder.Initialise(initialiser, random);
        foreach (var head in Heads)
            head.Initialise(initialiser, random);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("encoder", Encoder);
        for (var i = 0; i < Heads.Count; i++)
            state.Within($"head{i}", Heads[i]);
    }
}
