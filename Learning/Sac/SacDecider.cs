using System.Numerics;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Sac;

/// <summary>One decision at a time, in memory of its own.</summary>
internal sealed class SacDecider<T>(SacSettings settings, SacNetworks<T> networks, ITensorBackend<T> backend)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Matrix<T> _state = new(1, settings.Layout.Features);
    private readonly LayerPass<T> _encoder = networks.Encoder.NewPass(backend, 1);
    private readonly LayerPass<T> _actor = networks.Actor.NewPass(backend, 1);
    private readonly QuantileCriticPass<T>?[] _critics = new QuantileCriticPass<T>?[2];
    private readonly MaskedPolicy<T> _policy = new(settings.Space, backend, 1);

    /// <summary>Quantiles of all actions in the last state.</summary>
    public ReadOnlySpan<T> Quantiles(int twin)
    {
        var critic = _critics[twin] ??= new(networks.Critics[twin], backend, 1);
        critic.Forward(_encoder.Output);
        critic.EvaluateAll();
        return critic.All.Elements;
    }

    public ReadOnlySpan<T> Evaluate(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, settings.Layout.Features);
        if (!mask.Contains(true))
            throw new ArgumentException("no action is valid: there is nothing to decide.", nameof(mask));
        for (var i = 0; i < state.Length; i++)
            _state[0, i] = T.CreateTruncating(state[i]);
        if (settings.IsNormalised)
            networks.Normaliser.Normalise(_state, _state);
        _policy.Evaluate(_actor.Forward(_encoder.Forward(_state)), mask);
        return _policy.Probabilities.Elements;
    }

    public int Draw(RandomStream random) => Categorical.Draw<T>(_policy.Probabilities.Elements, random);

    public int Likeliest() => Categorical.Likeliest<T>(_policy.Probabilities.Elements);
}
