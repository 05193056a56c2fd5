using System.Numerics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Networks;

/// <summary>PyTorch's default for linear layers: weights and bias uniform on ±1/√inputs.</summary>
public sealed class UniformInitialiser : IInitialiser
{
    /// <inheritdoc/>
    public void Fill<T>(Matrix<T> weights, Matrix<T> bias, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(bias);
        ArgumentNullException.ThrowIfNull(random);
        var bound = 1 / Math.Sqrt(weights.Rows);
        foreach (ref var element in weights.Elements)
            element = T.CreateTruncating((2 * random.NextUniform() - 1) * bound);
        foreach (ref var element in bias.Elements)
            element = T.CreateTruncating((2 * random.NextUniform() - 1) * bound);
    }
}
