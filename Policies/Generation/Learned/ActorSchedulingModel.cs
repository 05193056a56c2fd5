using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>A network that says a pair of provider and steps, by a number for each pair or by two numbers: what is left of TD3 and PPO when nothing more is learned.</summary>
public sealed class ActorSchedulingModel : ISchedulingModel
{
    private readonly ActorParts _parts;

    private ActorSchedulingModel(ModelCard card, ActorParts parts) => (Card, _parts, Shape) = (card, parts, SchedulingModels.ShapeOf(card));

    /// <inheritdoc/>
    public ModelCard Card { get; }

    /// <inheritdoc/>
    public long Parameters => ParameterCount.Of(_parts);

    /// <summary>The setting that it was trained for.</summary>
    internal SchedulingShape Shape { get; }

    /// <inheritdoc/>
    public IGenerationPolicy NewPolicy() => new ActorScheduling(this, _parts);

    /// <inheritdoc/>
    public ISchedulingModel Measured(double utilityUsd) => new ActorSchedulingModel(Card with { HeldOut = utilityUsd }, _parts);

    /// <inheritdoc/>
    public byte[] ToBytes() => SchedulingModels.Write(Card, _parts);

    internal static ActorSchedulingModel Copy(ModelCard card, RunningNormaliser normaliser, Layer<float> actor)
    {
        var bytes = SchedulingModels.Write(card, new ActorParts(normaliser, actor));
        return (ActorSchedulingModel)SchedulingModels.Read(bytes);
    }

    internal static ModelCard CardOf(string preset, SchedulingSettings settings, int[] hidden, long seed, string scenario, long decisions, long updates)
    {
        var words = SchedulingModels.SettingsOf(settings.Shape);
        words["quotes"] = [settings.HasQuotes ? 1 : 0];
        words["actor"] = [.. hidden.Select(w => (double)w)];
        return new(preset, scenario, settings.Shape.Providers, seed, decisions, updates, words);
    }

    internal static ActorSchedulingModel Read(Stream stream, ModelCard card)
    {
        var shape = SchedulingModels.ShapeOf(card);
        var features = new SchedulingFeatures(shape, card.Is("quotes")).Width;
        var isOfNumbers = card.Preset == Td3SchedulingLearner.Name;
        var outputs = isOfNumbers ? Td3SchedulingSettings.Numbers : new ActionSpace(shape.Providers.Count, shape.Steps.Count).Logits;
        int[] widths = [features, .. card.Counts("actor", SchedulingModels.MostWidth), outputs];
        ModelCard.RequireRoom(stream, widths);
        var parts = new ActorParts(new(features), isOfNumbers ? Mlp.Of<float>(widths, Activation.Relu, Activation.Tanh) : Mlp.Of<float>(widths, Activation.Tanh));
        Checkpoint.Read(stream, SchedulingModels.Kind, parts);
        SoundWeights.Require(parts);
        return new(card, parts);
    }
}
