using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Sac;

/// <summary>The networks of discrete SAC: encoder, actor and twin critics, and the copies of encoder and critics that follow slowly.</summary>
internal sealed class SacNetworks<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SacSettings _settings;
    private readonly ITensorBackend<T> _backend;

    public SacNetworks(SacSettings settings, ITensorBackend<T> backend)
    {
        if (settings.Space.Actions != settings.Layout.Actions)
            throw new ArgumentException($"the space has {settings.Space.Actions} actions and the layout {settings.Layout.Actions}: they must be equal.", nameof(settings));
        (_settings, _backend) = (settings, backend);
        Normaliser = new(settings.Layout.Features);
        (Encoder, TargetEncoder) = (NewEncoder(), NewEncoder());
        Actor = Mlp.Of<T>([settings.Encoder[^1], .. settings.Actor, settings.Space.Logits], settings.Activation);
        (Critics, TargetCritics) = ([new(settings), new(settings)], [new(settings), new(settings)]);
        var (initialiser, random) = (new UniformInitialiser(), new RandomStream(settings.Seed, "sac/networks"));
        Encoder.Initialise(initialiser, random);
        Actor.Initialise(initialiser, random);
        foreach (var critic in Critics)
            critic.Initialise(initialiser, random);
        FollowTargets(1);
        CriticParameters = [.. Encoder.Parameters, .. Critics[0].Parameters, .. Critics[1].Parameters];
    }

    public RunningNormaliser Normaliser { get; }

    public Layer<T> Encoder { get; }

    public Layer<T> TargetEncoder { get; }

    public Layer<T> Actor { get; }

    public QuantileCritic<T>[] Critics { get; }

    public QuantileCritic<T>[] TargetCritics { get; }

    public IReadOnlyList<Parameter<T>> CriticParameters { get; }

    public void Normalise(TransitionBatch<T> batch)
    {
        if (!_settings.IsNormalised)
            return;
        Normaliser.Normalise(batch.States, batch.States);
        Normaliser.Normalise(batch.NextStates, batch.NextStates);
    }

    public void FollowTargets(double share)
    {
        TargetEncoder.Follow(_backend, Encoder, share);
        for (var twin = 0; twin < 2; twin++)
            TargetCritics[twin].Follow(_backend, Critics[twin], share);
    }

    public void Exchange(StateExchange state)
    {
        state.Within("normaliser", Normaliser);
        state.Within("encoder", Encoder);
        state.Within("actor", Actor);
        state.Within("targetEncoder", TargetEncoder);
        for (var twin = 0; twin < 2; twin++)
        {
            state.Within($"critic{twin}", Critics[twin]);
            state.Within($"targetCritic{twin}", TargetCritics[twin]);
        }
    }

    private Sequential<T> NewEncoder() => Mlp.Of<T>([_settings.Layout.Features, .. _settings.Encoder], _settings.Activation, _settings.Activation);
}
