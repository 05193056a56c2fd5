using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Pricing;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>Learns the prices of capacity from the decisions of one or several worlds of one fleet, in the order in which they come. Serves one thread.</summary>
public sealed class PricedLearner : IPlacementLearner
{
    /// <summary>Its preset.</summary>
    public const string Name = "priced";

    private readonly PricedLearnerSettings _settings;
    private readonly TransitionBatch<float> _batch;
    private long _decisions;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What and how to learn.</param>
    public PricedLearner(PricedLearnerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        Critic = new(settings.Critic, ManagedBackend.Create<float>());
        Memory = new(settings.Critic.Layout, settings.Capacity, new RandomStream(settings.Critic.Seed, "chsac/replay"));
        Random = new(settings.Critic.Seed, "chsac/actions");
        _batch = new(settings.Critic.Layout, settings.Critic.Batch);
    }

    /// <summary>What and how it learns.</summary>
    public PricedLearnerSettings Settings => _settings;

    /// <summary>The algorithm.</summary>
    public PricedSac<float> Critic { get; }

    /// <inheritdoc/>
    public string Preset => Name;

    /// <inheritdoc/>
    public long Decisions => _decisions;

    /// <inheritdoc/>
    public long Updates => Critic.Updates;

    /// <inheritdoc/>
    public double? BudgetS => null;

    /// <inheritdoc/>
    public IReadOnlyList<string> FigureNames { get; } = ["loss", "mean price", "entropy", "gradient norm", "refused updates"];

    /// <summary>What the last update was like.</summary>
    public PricedFigures Figures { get; private set; }

    internal ReplayMemory Memory { get; }

    internal RandomStream Random { get; }

    /// <inheritdoc/>
    public void WriteFigures(Span<double> figures)
    {
        ReadOnlySpan<double> now = [Figures.Loss, Figures.Price, Figures.Entropy, Figures.GradientNorm, Critic.Refused];
        now.CopyTo(figures);
    }

    /// <inheritdoc/>
    public IPlacementPolicy Join(PolicyContext context)
    {
        var (least, most) = _settings.TimePrices;
        return new PricedTrainee(context, this, least * Math.Pow(most / least, Random.NextUniform()));
    }

    /// <inheritdoc/>
    public ILearnedModel Snapshot(string scenario)
    {
        var card = new ModelCard(Name, scenario, _settings.Fleet, _settings.Critic.Seed, Decisions, Updates, PricedModel.SettingsOf(_settings));
        var copy = new PriceNetwork<float>(_settings.Critic);
        copy.Follow(ManagedBackend.Create<float>(), Critic.Average, 1);
        return new PricedModel(card, copy);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("decisions", ref _decisions);
        state.Within("critic", Critic);
        state.Within("memory", Memory);
        state.Stream("actions", Random);
    }

    /// <summary>Begins with the prices of a model in place of drawn ones. Before anything was learned.</summary>
    /// <param name="model">The model, with networks of the same widths.</param>
    internal void Begin(PricedModel model) => Critic.Begin(model.Network);

    internal void Decided()
    {
        _decisions++;
        if (Memory.Count < _settings.WarmUp || _decisions % _settings.DecisionsPerUpdate != 0)
            return;
        Memory.Sample(_batch);
        Figures = Critic.Update(_batch);
    }
}
