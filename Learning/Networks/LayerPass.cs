using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Networks;

/// <summary>One batch on its way through a layer and back, in memory that is reserved once.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public abstract class LayerPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The outputs of the last <see cref="Forward"/>, batch x outputs.</summary>
    public abstract Matrix<T> Output { get; }

    /// <summary>Works out the outputs.</summary>
    /// <param name="x">Inputs, batch x inputs; must stay as they are until <see cref="Backward"/>.</param>
    /// <returns><see cref="Output"/>.</returns>
    public abstract Matrix<T> Forward(Matrix<T> x);

    /// <summary>Adds to the gradients of the parameters, and works out that of the inputs.</summary>
    /// <param name="dy">Derivative of the loss by the outputs, batch x outputs; not changed.</param>
    /// <param name="dx">Derivative by the inputs, batch x inputs; written, or added to. None where nothing lies before.</param>
    /// <param name="accumulate">Whether to add to what <paramref name="dx"/> holds.</param>
    public abstract void Backward(Matrix<T> dy, Matrix<T>? dx = null, bool accumulate = false);

    /// <summary>Works out the gradient of the inputs and leaves those of the parameters as they are: for a network that is asked, not taught.</summary>
    /// <param name="dy">Derivative of the loss by the outputs, batch x outputs; not changed.</param>
    /// <param name="dx">Derivative by the inputs, batch x inputs; written, or added to.</param>
    /// <param name="accumulate">Whether to add to what <paramref name="dx"/> holds.</param>
    public abstract void InputGradient(Matrix<T> dy, Matrix<T> dx, bool accumulate = false);
}
