using System.Numerics;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Published;

/// <summary>One decision at a time, in memory of its own.</summary>
internal sealed class PublishedDecider<T>(PublishedSettings settings, PublishedNetworks<T> networks, ITensorBackend<T> backend)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _choices = settings.Heads.Sum();
    private readonly Matrix<T> _state = new(1, settings.Features);
    private readonly LayerPass<T> _encoder = networks.Encoder.NewPass(backend, 1);
    private readonly HeadPass<T>[] _heads = [.. networks.Heads.Select(head => new HeadPass<T>(head, backend, 1))];

    public void Evaluate(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, settings.Features);
        ArgumentOutOfRangeException.ThrowIfNotEqual(mask.Length, _choices);
        for (var i = 0; i < state.Length; i++)
            _state[0, i] = T.CreateTruncating(state[i]);
        var latent = _encoder.Forward(_state);
        var offset = 0;
        for (var head = 0; head < _heads.Length; offset += settings.Heads[head++])
            _heads[head].Evaluate(latent, mask, offset);
    }

    public void Draw(RandomStream random, Span<int> actions)
    {
        for (var head = 0; head < _heads.Length; head++)
        {
            _heads[head].Draw(random);
            actions[head] = _heads[head].Chosen[0];
        }
    }

    public ReadOnlySpan<T> Probabilities(int head) => _heads[head].Probabilities.Elements;
}
