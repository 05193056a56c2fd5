using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Pricing;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>A network that prices providers' capacity, whoever they are and however many.</summary>
/// <param name="card">What it says about itself.</param>
/// <param name="network">Prices of capacity.</param>
public sealed class PricedSchedulingModel(ModelCard card, PriceNetwork<float> network) : ISchedulingModel
{
    /// <inheritdoc/>
    public ModelCard Card { get; } = card;

    /// <inheritdoc/>
    public long Parameters => ParameterCount.Of(network);

    internal SchedulingShape Shape { get; } = SchedulingModels.ShapeOf(card);

    internal double ScaleUsd { get; } = ScaleOf(card);

    /// <inheritdoc/>
    public IGenerationPolicy NewPolicy() => new PricedScheduling(this, network);

    /// <inheritdoc/>
    public ISchedulingModel Measured(double utilityUsd) => new PricedSchedulingModel(Card with { HeldOut = utilityUsd }, network);

    /// <inheritdoc/>
    public byte[] ToBytes() => SchedulingModels.Write(Card, network);

    internal static ModelCard CardOf(PricedSchedulingSettings settings, string scenario, long decisions, long updates)
    {
        var words = SchedulingModels.SettingsOf(settings.Shape);
        words["features"] = [settings.Critic.Features];
        words["encoder"] = [.. settings.Critic.Encoder.Select(w => (double)w)];
        words["head"] = [.. settings.Critic.Head.Select(w => (double)w)];
        words["quantiles"] = [settings.Critic.Quantiles];
        words["scale-usd"] = [settings.ScaleUsd];
        return new(PricedSchedulingLearner.Name, scenario, settings.Shape.Providers, settings.Critic.Seed, decisions, updates, words);
    }

    internal static PricedSchedulingModel Read(Stream stream, ModelCard card)
    {
        if (card.Count("features", SchedulingModels.MostWidth) is var features && features != QuotedFeatures.Count)
            throw new CheckpointException(CheckpointFault.WrongShape, $"the model does not fit: it reads {features} numbers of each provider, and this program gives {QuotedFeatures.Count}.");
        var (encoder, head) = (card.Counts("encoder", SchedulingModels.MostWidth), card.Counts("head", SchedulingModels.MostWidth));
        ModelCard.RequireRoom(stream, [features, .. encoder, .. head, card.Count("quantiles", SchedulingModels.MostWidth)]);
        var network = new PriceNetwork<float>(new PricedSettings(1, features, SchedulingModels.ShapeOf(card).Steps.Count)
        {
            Encoder = encoder,
            Head = head,
            Quantiles = card.Count("quantiles", SchedulingModels.MostWidth),
        });
        Checkpoint.Read(stream, SchedulingModels.Kind, network);
        SoundWeights.Require(network);
        _ = ScaleOf(card);
        return new(card, network);
    }

    private static double ScaleOf(ModelCard card) => card.Settings.GetValueOrDefault("scale-usd") is [> 0 and < 1e9 and var scale]
        ? scale
        : throw new CheckpointException(CheckpointFault.WrongShape, "the model does not fit: 'scale-usd' must be one number above 0.");
}
