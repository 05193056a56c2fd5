using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Pricing;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>A network that prices the capacity of any fleet. It decides for fleets that it was not trained on, too: it knows sites by what they cost and have free only.</summary>
/// <param name="card">What it says about itself.</param>
/// <param name="network">Prices of capacity.</param>
public sealed class PricedModel(ModelCard card, PriceNetwork<float> network) : ILearnedModel
{
    private const int MostWidth = 4096;

    /// <inheritdoc/>
    public ModelCard Card { get; } = card;

    /// <inheritdoc/>
    public long Parameters => ParameterCount.Of(Network);

    internal PriceNetwork<float> Network { get; } = network;

    internal int Levels { get; } = card.Count("levels", MostWidth);

    internal bool UsesPlan { get; } = card.Is("plan");

    /// <inheritdoc/>
    public IPlacementPolicy Decide(PolicyContext context, double budgetS) => new PricedPolicy(context, this, budgetS);

    /// <inheritdoc/>
    public ILearnedModel Measured(double energyAbovePercent) => new PricedModel(Card with { HeldOut = energyAbovePercent }, Network);

    /// <inheritdoc/>
    public byte[] ToBytes() => LearnedModels.Write(Card, Network);

    internal static IReadOnlyDictionary<string, double[]> SettingsOf(PricedLearnerSettings settings) => new SortedDictionary<string, double[]>(StringComparer.Ordinal)
    {
        ["features"] = [settings.Critic.Features],
        ["levels"] = [settings.Critic.Levels],
        ["encoder"] = [.. settings.Critic.Encoder.Select(w => (double)w)],
        ["head"] = [.. settings.Critic.Head.Select(w => (double)w)],
        ["quantiles"] = [settings.Critic.Quantiles],
        ["plan"] = [settings.UsesPlan ? 1 : 0],
    };

    internal static PricedModel Read(Stream stream, ModelCard card)
    {
        if (card.Count("features", MostWidth) is var features && features != SiteFeatures.Count)
            throw new CheckpointException(CheckpointFault.WrongShape, $"the model does not fit: it reads {features} numbers of each site, and this program gives {SiteFeatures.Count}.");
        var (encoder, head) = (card.Counts("encoder", MostWidth), card.Counts("head", MostWidth));
        ModelCard.RequireRoom(stream, [features, .. encoder, .. head, card.Count("quantiles", MostWidth)]);
        var network = new PriceNetwork<float>(new PricedSettings(1, features, card.Count("levels", MostWidth))
        {
            Encoder = encoder,
            Head = head,
            Quantiles = card.Count("quantiles", MostWidth),
        });
        Checkpoint.Read(stream, LearnedModels.Kind, network);
        SoundWeights.Require(network);
        return new(card, network);
    }
}
