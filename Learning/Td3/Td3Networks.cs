using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Critics;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Td3;

/// <summary>The networks of TD3: actor and twin critics, and their slow copies.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class Td3Networks<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Td3Settings _settings;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths and seed.</param>
    /// <exception cref="ArgumentException">The layout's actions are not made of numbers, or it has costs, which TD3 knows no price for.</exception>
    public Td3Networks(Td3Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var layout = settings.Layout;
        if (layout.ActionNumbers < 1 || layout.Actions > 0 || layout.Costs > 0)
            throw new ArgumentException($"TD3 needs action numbers alone; the layout has {layout.ActionNumbers}, {layout.Actions} actions and {layout.Costs} costs.", nameof(settings));
        _settings = settings;
        var random = new RandomStream(settings.Seed, "td3/networks");
        Normaliser = new(layout.Features);
        (Actor, SlowActor) = (NewActor(), NewActor());
        Actor.Initialise(new UniformInitialiser(), random);
        SlowActor.CopyFrom(Actor);
        Critics = new(() => Mlp.Of<T>([layout.Features + layout.ActionNumbers, .. settings.Critic, 1], settings.Activation), random);
    }

    /// <summary>Scale of the states.</summary>
    public RunningNormaliser Normaliser { get; }

    /// <summary>From a state to the numbers of an action.</summary>
    public Layer<T> Actor { get; }

    /// <summary>The actor's slow copy.</summary>
    public Layer<T> SlowActor { get; }

    /// <summary>The critics.</summary>
    public TwinCritics<T> Critics { get; }

    /// <summary>Scales a batch's states in place, where the settings say so.</summary>
    /// <param name="batch">The batch.</param>
    public void Normalise(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!_settings.IsNormalised)
            return;
        Normaliser.Normalise(batch.States, batch.States);
        Normaliser.Normalise(batch.NextStates, batch.NextStates);
    }

    /// <summary>Moves the slow copies.</summary>
    /// <param name="backend">Does the arithmetic.</param>
    public void Follow(ITensorBackend<T> backend)
    {
        SlowActor.Follow(backend, Actor, _settings.TargetShare);
        Critics.Follow(backend, _settings.TargetShare);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("normaliser", Normaliser);
        state.Within("actor", Actor);
        state.Within("slowActor", SlowActor);
        state.Within("critics", Critics);
    }

    private Sequential<T> NewActor() =>
        Mlp.Of<T>([_settings.Layout.Features, .. _settings.Actor, _settings.Layout.ActionNumbers], _settings.Activation, Activation.Tanh);
}
