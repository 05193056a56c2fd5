using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Networks;

/// <summary>
/// A differentiable map with parameters. What a computation needs in memory is kept in passes, so that one network can serve several batch sizes and,
/// while it does not learn, several threads.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="inputs">Width of the input.</param>
/// <param name="outputs">Width of the output.</param>
public abstract class Layer<T>(int inputs, int outputs) : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Width of the input.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Width of the output.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>All parameters, in an order that does not change.</summary>
    public abstract IReadOnlyList<Parameter<T>> Parameters { get; }

    /// <summary>Reserves the memory for batches of one size.</summary>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="batch">Rows of a batch, ≥ 1.</param>
    public abstract LayerPass<T> NewPass(ITensorBackend<T> backend, int batch);

    /// <summary>Draws the parameters.</summary>
    /// <param name="initialiser">How.</param>
    /// <param name="random">From what.</param>
    public abstract void Initialise(IInitialiser initialiser, RandomStream random);

    /// <summary>Takes over the parameters of a network of the same shape.</summary>
    /// <param name="other">That network.</param>
    public void CopyFrom(Layer<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < Parameters.Count; i++)
            Parameters[i].Value.CopyFrom(other.Parameters[i].Value);
    }

    /// <summary>Moves the parameters towards those of another network: a Polyak average.</summary>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="other">That network, of the same shape.</param>
    /// <param name="share">Share of the other, 0..1.</param>
    public void Follow(ITensorBackend<T> backend, Layer<T> other, double share)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < Parameters.Count; i++)
            backend.Blend(T.CreateTruncating(share), other.Parameters[i].Value, Parameters[i].Value);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        for (var i = 0; i < Parameters.Count; i++)
            state.Within($"{i}", Parameters[i]);
    }
}
