using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Sac;

/// <summary>Maps a latent state to all actions x quantiles in one pass; the last layer is linear, and its outputs of one action stand side by side.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class QuantileCritic<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Lays out the layers.</summary>
    /// <param name="settings">Widths.</param>
    public QuantileCritic(SacSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        int[] widths = [settings.Encoder[^1], .. settings.Critic];
        (Actions, Quantiles) = (settings.Space.Actions, settings.Quantiles);
        Hidden = widths.Length > 1 ? Mlp.Of<T>(widths, settings.Activation, settings.Activation) : null;
        Last = new Dense<T>(widths[^1], Actions * Quantiles);
        Parameters = [.. Hidden?.Parameters ?? [], .. Last.Parameters];
    }

    /// <summary>Actions.</summary>
    public int Actions { get; }

    /// <summary>Quantiles of each.</summary>
    public int Quantiles { get; }

    /// <summary>All parameters.</summary>
    public IReadOnlyList<Parameter<T>> Parameters { get; }

    internal Layer<T>? Hidden { get; }

    internal Dense<T> Last { get; }

    /// <summary>Draws the parameters.</summary>
    /// <param name="initialiser">How.</param>
    /// <param name="random">From what.</param>
    public void Initialise(IInitialiser initialiser, RandomStream random)
    {
        Hidden?.Initialise(initialiser, random);
        Last.Initialise(initialiser, random);
    }

    /// <summary>Takes over the parameters of another critic, or a share of them.</summary>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="other">The other critic, of the same shape.</param>
    /// <param name="share">Share of the other, 0..1.</param>
    public void Follow(ITensorBackend<T> backend, QuantileCritic<T> other, double share)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Hidden is not null)
            Hidden?.Follow(backend, other.Hidden, share);
        Last.Follow(backend, other.Last, share);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Hidden is not null)
            state.Within("hidden", Hidden);
        state.Within("last", Last);
    }
}
