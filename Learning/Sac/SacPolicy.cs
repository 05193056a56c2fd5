using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Sac;

/// <summary>What is left of <see cref="DiscreteSac{T}"/> when nothing more is learned: encoder, actor and critics, to decide and to explain. Serves one thread.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class SacPolicy<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string Piece = "sac-policy";
    private readonly SacSettings _settings;
    private readonly SacNetworks<T> _networks;
    private readonly SacDecider<T> _decider;

    /// <summary>Reserves the memory; the networks are those of the seed until they are read or copied.</summary>
    /// <param name="settings">Widths.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public SacPolicy(SacSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _networks) = (settings, new(settings, backend));
        _decider = new(settings, _networks, backend);
    }

    private SacPolicy(SacSettings settings, SacNetworks<T> networks, ITensorBackend<T> backend)
    {
        (_settings, _networks) = (settings, networks);
        _decider = new(settings, networks, backend);
    }

    /// <summary>Another one of the same networks, with the memory of a decision to itself: for another thread, while nothing is read or copied.</summary>
    /// <param name="backend">Does its arithmetic.</param>
    public SacPolicy<T> Share(ITensorBackend<T> backend) => new(_settings, _networks, backend);

    /// <summary>Takes over what a learner knows now.</summary>
    /// <param name="learner">A learner of the same widths.</param>
    public void CopyFrom(DiscreteSac<T> learner)
    {
        ArgumentNullException.ThrowIfNull(learner);
        using var memory = new MemoryStream();
        Checkpoint.Write(memory, Piece, new Known(learner.Networks));
        memory.Position = 0;
        Checkpoint.Read(memory, Piece, new Known(_networks));
    }

    /// <summary>Probability of every action in a state.</summary>
    /// <param name="state">The state, not scaled.</param>
    /// <param name="mask">Which actions are valid; at least one.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<T> Probabilities(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask) => _decider.Evaluate(state, mask);

    /// <summary>An action by the probabilities of the last state.</summary>
    /// <param name="random">What is drawn with.</param>
    public int Draw(RandomStream random) => _decider.Draw(random);

    /// <summary>The likeliest action in the last state.</summary>
    public int Likeliest() => _decider.Likeliest();

    /// <summary>Quantiles of the return of every action in the last state, as one of the twins sees them: actions x quantiles.</summary>
    /// <param name="twin">0 or 1.</param>
    public ReadOnlySpan<T> Quantiles(int twin) => _decider.Quantiles(twin);

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        new Known(_networks).Exchange(state);
    }

    // The slow copies are for learning only.
    private sealed class Known(SacNetworks<T> networks) : ICheckpointed
    {
        public void Exchange(StateExchange state)
        {
            state.Within("normaliser", networks.Normaliser);
            state.Within("encoder", networks.Encoder);
            state.Within("actor", networks.Actor);
            for (var twin = 0; twin < 2; twin++)
                state.Within($"critic{twin}", networks.Critics[twin]);
        }
    }
}
