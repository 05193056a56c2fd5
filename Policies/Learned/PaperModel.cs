using ControlPlane.Fleet;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>Networks of CHSAC-AF as the paper means it, for the fleet and the budget that they were trained with.</summary>
/// <param name="card">What it says about itself.</param>
/// <param name="policy">The networks.</param>
public sealed class PaperModel(ModelCard card, SacPolicy<float> policy) : ILearnedModel
{
    private const int MostWidth = 4096;

    /// <inheritdoc/>
    public ModelCard Card { get; } = card;

    /// <inheritdoc/>
    public long Parameters => ParameterCount.Of(policy);

    /// <inheritdoc/>
    public IPlacementPolicy Decide(PolicyContext context, double budgetS)
    {
        ArgumentNullException.ThrowIfNull(context);
        RequireFleet(context.Model, Card.Fleet);
        if (Card.Settings.GetValueOrDefault("budget") is [var trainedS] && trainedS != budgetS)
            throw new ArgumentException($"The model keeps a mean service time of {trainedS:R} s, the one that it was trained for, and no other: budget={trainedS:R}, not {budgetS:R}.", nameof(budgetS));
        return new PaperPolicy(context, Card, policy.Share(ManagedBackend.Create<float>()));
    }

    /// <inheritdoc/>
    public ILearnedModel Measured(double energyAbovePercent) => new PaperModel(Card with { HeldOut = energyAbovePercent }, policy);

    /// <inheritdoc/>
    public byte[] ToBytes() => LearnedModels.Write(Card, policy);

    internal static void RequireFleet(FleetModel fleet, IReadOnlyList<string> trained)
    {
        if (ModelCard.Difference(ModelCard.FleetOf(fleet), trained) is { } difference)
            throw new ArgumentException($"The model was trained for another fleet of {trained.Count} sites: {difference}.", nameof(fleet));
    }

    internal static IReadOnlyDictionary<string, double[]> SettingsOf(PaperLearnerSettings settings, ReadOnlySpan<double> multipliers) => new SortedDictionary<string, double[]>(StringComparer.Ordinal)
    {
        ["features"] = [settings.Sac.Layout.Features],
        ["levels"] = [settings.Sac.Space.PerGroup],
        ["encoder"] = [.. settings.Sac.Encoder.Select(w => (double)w)],
        ["actor"] = [.. settings.Sac.Actor.Select(w => (double)w)],
        ["quantiles"] = [settings.Sac.Quantiles],
        ["normalised"] = [settings.Sac.IsNormalised ? 1 : 0],
        ["masked"] = [settings.IsMasked ? 1 : 0],
        ["budget"] = [settings.BudgetS],
        ["multipliers"] = multipliers.ToArray(),
    };

    internal static PaperModel Read(Stream stream, ModelCard card)
    {
        var widths = WidthsOf(card, Math.Clamp(card.Fleet.Count, 1, MostWidth));
        ModelCard.RequireRoom(stream, [widths.Layout.Features, .. widths.Encoder, .. widths.Actor, widths.Space.Logits]);
        ModelCard.RequireRoom(stream, widths.Encoder[^1], widths.Space.Actions * widths.Quantiles);
        var policy = new SacPolicy<float>(widths, ManagedBackend.Create<float>());
        Checkpoint.Read(stream, LearnedModels.Kind, policy);
        SoundWeights.Require(policy);
        return new(card, policy);
    }

    private static SacSettings WidthsOf(ModelCard card, int sites)
    {
        var counts = card.Count("levels", 64);
        var layout = new TransitionLayout(card.Count("features", 1 << 16), sites * counts, PaperState.Costs);
        return new(layout, new ActionSpace(sites, counts))
        {
            Encoder = card.Counts("encoder", MostWidth),
            Actor = card.Counts("actor", MostWidth),
            Quantiles = card.Count("quantiles", 256),
            IsNormalised = card.Is("normalised"),
        };
    }
}
