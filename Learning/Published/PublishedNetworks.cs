using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Published;

/// <summary>
/// The networks of the published hybrid SAC, with PyTorch's default initialisation: an encoder of three layers, an actor of independent heads, and twin critics
/// that take the latent state with the action's one-hot codes behind it. Only the critics have a slow copy.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class PublishedNetworks<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths and seed.</param>
    public PublishedNetworks(PublishedSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var width = settings.Width;
        Encoder = Mlp.Of<T>([settings.Features, width, width, width], Activation.Relu, Activation.Relu);
        Heads = [.. settings.Heads.Select(choices => Mlp.Of<T>([width, width, choices], Activation.Relu))];
        (Critics, TargetCritics) = ([NewCritic(settings), NewCritic(settings)], [NewCritic(settings), NewCritic(settings)]);
        var (initialiser, random) = (new UniformInitialiser(), new RandomStream(settings.Seed, "published/networks"));
        foreach (var layer in (Layer<T>[])[Encoder, .. Heads, .. Critics])
            layer.Initialise(initialiser, random);
        for (var twin = 0; twin < Critics.Count; twin++)
            TargetCritics[twin].CopyFrom(Critics[twin]);
        ActorParameters = [.. Encoder.Parameters, .. Heads.SelectMany(head => head.Parameters)];
        CriticParameters = [.. Critics.SelectMany(critic => critic.Parameters)];
    }

    /// <summary>State to latent state.</summary>
    public Layer<T> Encoder { get; }

    /// <summary>Latent state to the logits of each part of an action.</summary>
    public IReadOnlyList<Layer<T>> Heads { get; }

    /// <summary>The twins: latent state and one-hot codes to quantiles.</summary>
    public IReadOnlyList<Layer<T>> Critics { get; }

    /// <summary>Their slow copies.</summary>
    public IReadOnlyList<Layer<T>> TargetCritics { get; }

    /// <summary>Encoder and actor: the encoder learns from the actor's loss alone.</summary>
    public IReadOnlyList<Parameter<T>> ActorParameters { get; }

    /// <summary>The critics.</summary>
    public IReadOnlyList<Parameter<T>> CriticParameters { get; }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("encoder", Encoder);
        for (var head = 0; head < Heads.Count; head++)
            state.Within($"head{head}", Heads[head]);
        for (var twin = 0; twin < Critics.Count; twin++)
        {
            state.Within($"critic{twin}", Critics[twin]);
            state.Within($"targetCritic{twin}", TargetCritics[twin]);
        }
    }

    private static Sequential<T> NewCritic(PublishedSettings settings) =>
        Mlp.Of<T>([settings.Width + settings.Heads.Sum(), settings.Width, settings.Width, settings.Quantiles], Activation.Relu);
}
