using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Networks;

/// <summary>Numbers that are learned, with the gradient that has been gathered for them.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="name">What it is, for checkpoints.</param>
/// <param name="rows">Rows.</param>
/// <param name="columns">Columns.</param>
public sealed class Parameter<T>(string name, int rows, int columns) : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What it is.</summary>
    public string Name { get; } = name;

    /// <summary>The numbers.</summary>
    public Matrix<T> Value { get; } = new(rows, columns);

    /// <summary>The sum of the gradients since the optimiser's last step, which clears it.</summary>
    public Matrix<T> Gradient { get; } = new(rows, columns);

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Matrix(Name, Value);
    }
}
