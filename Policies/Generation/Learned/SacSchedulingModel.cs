using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>Networks that choose provider and steps, for the providers and deadlines that they were trained with. Immutable; several policies may share one.</summary>
/// <param name="card">What it says about itself.</param>
/// <param name="policy">The networks.</param>
public sealed class SacSchedulingModel(ModelCard card, SacPolicy<float> policy) : ISchedulingModel
{
    /// <inheritdoc/>
    public ModelCard Card { get; } = card;

    /// <inheritdoc/>
    public long Parameters => ParameterCount.Of(policy);

    /// <summary>The setting that it was trained for.</summary>
    public SchedulingShape Shape { get; } = SchedulingModels.ShapeOf(card);

    /// <summary>Whether it sees what providers quote.</summary>
    public bool HasQuotes { get; } = card.Is("quotes");

    /// <inheritdoc/>
    public IGenerationPolicy NewPolicy() => new SacScheduling(this, policy.Share(ManagedBackend.Create<float>()));

    /// <inheritdoc/>
    public ISchedulingModel Measured(double utilityUsd) => new SacSchedulingModel(Card with { HeldOut = utilityUsd }, policy);

    /// <inheritdoc/>
    public byte[] ToBytes() => SchedulingModels.Write(Card, policy);

    internal static SacSchedulingModel Read(Stream stream, ModelCard card)
    {
        var (shape, hasQuotes) = (SchedulingModels.ShapeOf(card), card.Is("quotes"));
        var layout = new TransitionLayout(new SchedulingFeatures(shape, hasQuotes).Width, shape.Actions);
        var widths = new SacSettings(layout, new ActionSpace(shape.Providers.Count, shape.Steps.Count))
        {
            Encoder = card.Counts("encoder", SchedulingModels.MostWidth),
            Actor = card.Counts("actor", SchedulingModels.MostWidth),
            Critic = card.Counts("critic", SchedulingModels.MostWidth),
        };
        ModelCard.RequireRoom(stream, [layout.Features, .. widths.Encoder, .. widths.Actor, widths.Space.Logits]);
        ModelCard.RequireRoom(stream, [widths.Encoder[^1], .. widths.Critic, widths.Space.Actions]);
        var policy = new SacPolicy<float>(widths, ManagedBackend.Create<float>());
        Checkpoint.Read(stream, SchedulingModels.Kind, policy);
        SoundWeights.Require(policy);
        return new(card, policy);
    }

    internal static ModelCard CardOf(SacSchedulingSettings settings, string scenario, long decisions, long updates)
    {
        var words = SchedulingModels.SettingsOf(settings.Shape);
        words["quotes"] = [settings.HasQuotes ? 1 : 0];
        words["encoder"] = [.. settings.Sac.Encoder.Select(w => (double)w)];
        words["actor"] = [.. settings.Sac.Actor.Select(w => (double)w)];
        words["critic"] = [.. settings.Sac.Critic.Select(w => (double)w)];
        return new(SacSchedulingLearner.Name, scenario, settings.Shape.Providers, settings.Sac.Seed, decisions, updates, words);
    }
}
