using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Ppo;

/// <summary>The networks of PPO: an actor and a critic that share nothing.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class PpoNetworks<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // The first policy is nearly uniform, so that its first advantages are those of trying everything.
    private const double FirstLogitGain = 0.01;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths and seed.</param>
    public PpoNetworks(PpoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Normaliser = new(settings.Features);
        var actor = Mlp.Of<T>([settings.Features, .. settings.Actor, settings.Space.Logits], settings.Activation);
        (Actor, Critic) = (actor, Mlp.Of<T>([settings.Features, .. settings.Critic, 1], settings.Activation));
        var (hidden, random) = (new OrthogonalInitialiser(Math.Sqrt(2)), new RandomStream(settings.Seed, "ppo/networks"));
        Actor.Initialise(hidden, random);
        actor.Layers[^1].Initialise(new OrthogonalInitialiser(FirstLogitGain), random);
        Critic.Initialise(hidden, random);
    }

    /// <summary>Scale of the states.</summary>
    public RunningNormaliser Normaliser { get; }

    /// <summary>From a state to the logits of the space.</summary>
    public Layer<T> Actor { get; }

    /// <summary>From a state to its value.</summary>
    public Layer<T> Critic { get; }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("normaliser", Normaliser);
        state.Within("actor", Actor);
        state.Within("critic", Critic);
    }
}
