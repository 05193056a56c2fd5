using System.Numerics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Networks;

/// <summary>y = x + inner(x) (He et al., CVPR 2016).</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class Residual<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Lays a short cut around a layer.</summary>
    /// <param name="inner">The layer, as wide at its end as at its start.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public Residual(Layer<T> inner)
        : base(inner.Inputs, inner.Outputs)
    {
        if (inner.Inputs != inner.Outputs)
            throw new ArgumentException($"a residual block is as wide at its end as at its start; this one goes from {inner.Inputs} to {inner.Outputs}.", nameof(inner));
        Inner = inner;
    }

    /// <summary>What the short cut goes around.</summary>
    public Layer<T> Inner { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter<T>> Parameters => Inner.Parameters;

    /// <inheritdoc/>
    public override LayerPass<T> NewPass(ITensorBackend<T> backend, int batch) => new ResidualPass<T>(this, backend, batch);

    /// <inheritdoc/>
    public override void Initialise(IInitialiser initialiser, RandomStream random) => Inner.Initialise(initialiser, random);
}
