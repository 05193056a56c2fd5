using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Pricing;

/// <summary>
/// Prices of resources and the value of a state, for any number of resources (Zaheer et al., Deep Sets, NeurIPS 2017): every resource goes through the same
/// encoder; the prices of a resource come from its own code beside the mean of all, the value from the mean.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class PriceNetwork<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Draws the network.</summary>
    /// <param name="settings">Widths and seed.</param>
    public PriceNetwork(PricedSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var code = settings.Encoder[^1];
        Encoder = Mlp.Of<T>([settings.Features, .. settings.Encoder], settings.Activation, settings.Activation);
        Prices = Mlp.Of<T>([2 * code, .. settings.Head, settings.Levels], settings.Activation);
        Baseline = Mlp.Of<T>([code, .. settings.Head, settings.Quantiles], settings.Activation);
        Parameters = [.. Encoder.Parameters, .. Prices.Parameters, .. Baseline.Parameters];
        var (initialiser, random) = (new UniformInitialiser(), new RandomStream(settings.Seed, "pricing/network"));
        Encoder.Initialise(initialiser, random);
        Prices.Initialise(initialiser, random);
        Baseline.Initialise(initialiser, random);
        // The inverse of softplus.
        Begin((Dense<T>)Prices.Layers[^1], Math.Log(Math.Exp(settings.FirstPrice) - 1));
        Begin((Dense<T>)Baseline.Layers[^1], 0);
    }

    /// <summary>Features of a resource to its code.</summary>
    public Sequential<T> Encoder { get; }

    /// <summary>Code of a resource and mean code to its prices, before softplus.</summary>
    public Sequential<T> Prices { get; }

    /// <summary>Mean code to the quantiles of the value.</summary>
    public Sequential<T> Baseline { get; }

    /// <summary>All parameters.</summary>
    public IReadOnlyList<Parameter<T>> Parameters { get; }

    /// <summary>Takes over a share of another network's parameters.</summary>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="other">That network, of the same shape.</param>
    /// <param name="share">Share of the other, 0..1.</param>
    public void Follow(ITensorBackend<T> backend, PriceNetwork<T> other, double share)
    {
        ArgumentNullException.ThrowIfNull(other);
        Encoder.Follow(backend, other.Encoder, share);
        Prices.Follow(backend, other.Prices, share);
        Baseline.Follow(backend, other.Baseline, share);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("encoder", Encoder);
        state.Within("prices", Prices);
        state.Within("baseline", Baseline);
    }

    // The last layer begins near a constant: what is not known yet should not decide.
    private static void Begin(Dense<T> last, double bias)
    {
        foreach (ref var weight in last.Weights.Value.Elements)
            weight *= T.CreateTruncating(0.1);
        last.Bias.Value.Elements.Fill(T.CreateTruncating(bias));
    }
}
