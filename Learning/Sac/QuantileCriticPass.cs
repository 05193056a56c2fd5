using System.Numerics;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Sac;

/// <summary>
/// One batch through a critic. What is not needed is not worked out: the quantiles of one action for the loss, and for the policy the means of all, for which
/// the last layer's weights are averaged over the quantiles first. Both are algebraically what the whole output gives.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="critic">The critic.</param>
/// <param name="backend">Does the arithmetic.</param>
/// <param name="batch">Rows, ≥ 1.</param>
public sealed class QuantileCriticPass<T>(QuantileCritic<T> critic, ITensorBackend<T> backend, int batch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerPass<T>? _hidden = critic.Hidden?.NewPass(backend, batch);
    private readonly Matrix<T> _featureGradient = new(batch, critic.Last.Inputs);
    private readonly Matrix<T> _meanWeights = new(critic.Last.Inputs, critic.Actions);
    private readonly Matrix<T> _meanBias = new(1, critic.Actions);
    private Matrix<T>? _all;
    private Matrix<T> _features = null!;

    /// <summary>Quantiles of one action of each row, batch x quantiles.</summary>
    public Matrix<T> Chosen { get; } = new(batch, critic.Quantiles);

    /// <summary>Means of all actions, batch x actions.</summary>
    public Matrix<T> Means { get; } = new(batch, critic.Actions);

    /// <summary>Quantiles of all actions, batch x (actions · quantiles).</summary>
    public Matrix<T> All => _all ??= new(batch, critic.Actions * critic.Quantiles);

    /// <summary>Takes a batch as far as the last layer.</summary>
    /// <param name="latent">Batch x latent.</param>
    public void Forward(Matrix<T> latent) => _features = _hidden?.Forward(latent) ?? latent;

    /// <summary>Works out <see cref="Chosen"/>.</summary>
    /// <param name="actions">An action for each row.</param>
    public void EvaluateChosen(ReadOnlySpan<int> actions) =>
        backend.LinearBlocks(_features, critic.Last.Weights.Value, critic.Last.Bias.Value, actions, Chosen);

    /// <summary>Works out <see cref="Means"/>.</summary>
    public void EvaluateMeans()
    {
        backend.BlockMeans(critic.Last.Weights.Value, _meanWeights);
        backend.BlockMeans(critic.Last.Bias.Value, _meanBias);
        backend.Linear(_features, _meanWeights, _meanBias, relu: false, Means);
    }

    /// <summary>Works out <see cref="All"/>.</summary>
    public void EvaluateAll() => backend.Linear(_features, critic.Last.Weights.Value, critic.Last.Bias.Value, relu: false, All);

    /// <summary>Adds to the gradients of the parameters.</summary>
    /// <param name="actions">The action of each row.</param>
    /// <param name="gradient">Derivative by <see cref="Chosen"/>.</param>
    /// <param name="latentGradient">Derivative by the latent state; written, or added to.</param>
    /// <param name="accumulate">Whether to add.</param>
    public void Backward(ReadOnlySpan<int> actions, Matrix<T> gradient, Matrix<T> latentGradient, bool accumulate)
    {
        backend.LinearBlocksGradient(
            _features, critic.Last.Weights.Value, actions, gradient, critic.Last.Weights.Gradient, critic.Last.Bias.Gradient, _featureGradient);
        if (_hidden is not null)
            _hidden.Backward(_featureGradient, latentGradient, accumulate);
        else if (accumulate)
            backend.AddScaled(T.One, _featureGradient, latentGradient);
        else
            latentGradient.CopyFrom(_featureGradient);
    }
}
