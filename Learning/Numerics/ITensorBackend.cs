using System.Numerics;

namespace ControlPlane.Learning.Numerics;

/// <summary>
/// The arithmetic that networks, losses and algorithms are written against: another library takes over by offering these operations.
/// A backend may keep scratch memory: it serves one thread at a time. No operation allocates.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public interface ITensorBackend<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What the backend is, for reports.</summary>
    string Name { get; }

    /// <summary>y = x w + b, with ReLU on it where asked for.</summary>
    /// <param name="x">Inputs, batch x inputs.</param>
    /// <param name="weights">Weights, inputs x outputs.</param>
    /// <param name="bias">Bias, 1 x outputs, or none.</param>
    /// <param name="relu">Whether max(y, 0) is stored.</param>
    /// <param name="y">Outputs, batch x outputs; written.</param>
    void Linear(Matrix<T> x, Matrix<T> weights, Matrix<T>? bias, bool relu, Matrix<T> y);

    /// <summary>dx = dy wᵀ, or dx + dy wᵀ.</summary>
    /// <param name="dy">Gradient of the outputs, batch x outputs.</param>
    /// <param name="weights">Weights, inputs x outputs.</param>
    /// <param name="accumulate">Whether to add to what <paramref name="dx"/> holds.</param>
    /// <param name="dx">Gradient of the inputs, batch x inputs; written.</param>
    void LinearInputGradient(Matrix<T> dy, Matrix<T> weights, bool accumulate, Matrix<T> dx);

    /// <summary>dw += xᵀ dy and db += the column sums of dy.</summary>
    /// <param name="x">Inputs, batch x inputs.</param>
    /// <param name="dy">Gradient of the outputs, batch x outputs.</param>
    /// <param name="weightGradient">Inputs x outputs; added to.</param>
    /// <param name="biasGradient">1 x outputs; added to.</param>
    void LinearParameterGradient(Matrix<T> x, Matrix<T> dy, Matrix<T> weightGradient, Matrix<T> biasGradient);

    /// <summary>For every row only one block of the outputs of a linear layer: y_r = x_r w[:, block_r] + b[block_r].</summary>
    /// <param name="x">Inputs, batch x inputs.</param>
    /// <param name="weights">Weights, inputs x (blocks · width).</param>
    /// <param name="bias">Bias, 1 x (blocks · width).</param>
    /// <param name="blocks">The block of each row.</param>
    /// <param name="y">Outputs, batch x width; written.</param>
    void LinearBlocks(Matrix<T> x, Matrix<T> weights, Matrix<T> bias, ReadOnlySpan<int> blocks, Matrix<T> y);

    /// <summary>The reverse of <see cref="LinearBlocks"/>: adds to the gradients of the blocks that were used.</summary>
    /// <param name="x">Inputs, batch x inputs.</param>
    /// <param name="weights">Weights, inputs x (blocks · width).</param>
    /// <param name="blocks">The block of each row.</param>
    /// <param name="dy">Gradient of the outputs, batch x width.</param>
    /// <param name="weightGradient">Inputs x (blocks · width); added to.</param>
    /// <param name="biasGradient">1 x (blocks · width); added to.</param>
    /// <param name="dx">Gradient of the inputs, batch x inputs; written. None where nothing lies before.</param>
    void LinearBlocksGradient(
        Matrix<T> x, Matrix<T> weights, ReadOnlySpan<int> blocks, Matrix<T> dy, Matrix<T> weightGradient, Matrix<T> biasGradient, Matrix<T>? dx);

    /// <summary>Means over every run of columns: means[i, b] = mean of x[i, b·width .. (b+1)·width-1], with width = x.Columns / means.Columns.</summary>
    /// <param name="x">Rows x (blocks · width).</param>
    /// <param name="means">Rows x blocks; written.</param>
    void BlockMeans(Matrix<T> x, Matrix<T> means);

    /// <summary>y = activation of z.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="z">Before it.</param>
    /// <param name="y">After it; written. May be <paramref name="z"/> itself except for Mish.</param>
    void Activate(Activation activation, Matrix<T> z, Matrix<T> y);

    /// <summary>dz = dy · activation'(z).</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="z">Before it; only Mish needs it.</param>
    /// <param name="y">After it.</param>
    /// <param name="dy">Gradient after it.</param>
    /// <param name="dz">Gradient before it; written. May be <paramref name="dy"/> itself.</param>
    void ActivationGradient(Activation activation, Matrix<T> z, Matrix<T> y, Matrix<T> dy, Matrix<T> dz);

    /// <summary>y += factor · x.</summary>
    /// <param name="factor">Factor.</param>
    /// <param name="x">What is added.</param>
    /// <param name="y">Added to.</param>
    void AddScaled(T factor, Matrix<T> x, Matrix<T> y);

    /// <summary>y += share · (x - y): a Polyak average.</summary>
    /// <param name="share">Share of the new, 0..1.</param>
    /// <param name="x">The new.</param>
    /// <param name="y">The average; changed.</param>
    void Blend(T share, Matrix<T> x, Matrix<T> y);

    /// <summary>Sum of squares of all elements.</summary>
    /// <param name="x">The matrix.</param>
    T SquaredNorm(Matrix<T> x);

    /// <summary>e^x of every element.</summary>
    /// <param name="x">Changed in place; what lies behind the last row is not defined afterwards.</param>
    void Exponential(Matrix<T> x);

    /// <summary>One step of Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019); the gradient is zero afterwards.</summary>
    /// <param name="rates">Rates and corrections of this step.</param>
    /// <param name="gradient">Gradient; read and cleared.</param>
    /// <param name="first">First moment; changed.</param>
    /// <param name="second">Second moment; changed.</param>
    /// <param name="value">Parameters; changed.</param>
    void Adam(in AdamStep<T> rates, Matrix<T> gradient, Matrix<T> first, Matrix<T> second, Matrix<T> value);

    /// <summary>
    /// Quantile Huber loss (Dabney et al., AAAI 2018) with τ along the predicted axis: for u = target_j - predicted_i, the mean over i and j of
    /// |τ_i - 1{u &lt; 0}| L_κ(u) / κ, τ_i = (2i+1)/(2·width).
    /// </summary>
    /// <param name="predicted">Predicted quantiles, batch x width.</param>
    /// <param name="target">Target samples or quantiles, batch x any.</param>
    /// <param name="kappa">Where the square turns linear, &gt; 0.</param>
    /// <param name="rowLoss">Loss of each row, batch x 1; written.</param>
    /// <param name="gradient">Derivative of each row's loss by its predictions, batch x width; written.</param>
    void QuantileHuber(Matrix<T> predicted, Matrix<T> target, T kappa, Matrix<T> rowLoss, Matrix<T> gradient);
}
