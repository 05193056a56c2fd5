using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Constraints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>
/// CHSAC-AF as the paper means it (spec e.2): discrete SAC over sites and GPU counts with masks, quantile critics and multipliers of mean service time, tail and
/// queue that can fall. One model for one fleet and one budget. Serves one thread.
/// </summary>
public sealed class PaperLearner : IPlacementLearner
{
    /// <summary>Its preset.</summary>
    public const string Name = "paper";

    private const double MostMultiplier = 100;
    private const double TailShare = 0.01;
    private readonly PaperLearnerSettings _settings;
    private readonly DiscreteSac<float> _sac;
    private readonly TransitionBatch<float> _batch;
    private readonly LagrangeMultiplier[] _multipliers;
    private readonly double[] _values = new double[PaperState.Costs];
    private readonly double[] _costs = new double[PaperState.Costs];
    private SacFigures _figures;
    private long _decisions;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What and how to learn.</param>
    public PaperLearner(PaperLearnerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _sac = new(settings.Sac, ManagedBackend.Create<float>());
        Memory = new(settings.Sac.Layout, settings.Capacity, new RandomStream(settings.Sac.Seed, "chsac/replay"));
        _batch = new(settings.Sac.Layout, settings.Sac.Batch);
        Limits = [1, TailShare, settings.Queue];
        _multipliers = [.. Limits.Select(Multiplier)];
    }

    /// <inheritdoc/>
    public string Preset => Name;

    /// <inheritdoc/>
    public long Decisions => _decisions;

    /// <inheritdoc/>
    public long Updates => _sac.Updates;

    /// <inheritdoc/>
    public double? BudgetS => _settings.BudgetS;

    /// <inheritdoc/>
    public IReadOnlyList<string> FigureNames { get; } =
        ["critic loss", "actor loss", "entropy", "temperature", "price of service time", "price of the tail", "price of the queue"];

    internal PaperLearnerSettings Settings => _settings;

    internal ReplayMemory Memory { get; }

    /// <summary>What the mean of every cost may be.</summary>
    internal IReadOnlyList<double> Limits { get; }

    /// <summary>The multipliers now: part of the state.</summary>
    internal ReadOnlySpan<double> Multipliers => _values;

    /// <inheritdoc/>
    public void WriteFigures(Span<double> figures)
    {
        ReadOnlySpan<double> now = [_figures.CriticLoss, _figures.ActorLoss, _figures.Entropy, _figures.Temperature, .. _values];
        now.CopyTo(figures);
    }

    /// <inheritdoc/>
    public IPlacementPolicy Join(PolicyContext context) => new PaperTrainee(context, this);

    /// <inheritdoc/>
    public ILearnedModel Snapshot(string scenario)
    {
        var card = new ModelCard(Name, scenario, _settings.Fleet, _settings.Sac.Seed, Decisions, Updates, PaperModel.SettingsOf(_settings, _values));
        var policy = new SacPolicy<float>(_settings.Sac, ManagedBackend.Create<float>());
        policy.CopyFrom(_sac);
        return new PaperModel(card, policy);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("decisions", ref _decisions);
        state.Within("sac", _sac);
        state.Within("memory", Memory);
        for (var k = 0; k < _multipliers.Length; k++)
            state.Within($"multiplier{k}", _multipliers[k]);
        state.Array<double>("costs", _costs);
        state.Array<double>("values", _values);
    }

    internal int Decide(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask) => _sac.Decide(state, mask, explore: true);

    internal void Observe(ReadOnlySpan<float> state) => _sac.Normaliser.Observe(state);

    /// <summary>A decision was taken; every so many the multipliers and the networks learn.</summary>
    internal void Decided(ReadOnlySpan<float> costs)
    {
        for (var k = 0; k < _costs.Length; k++)
            _costs[k] += costs[k] / _settings.DecisionsPerUpdate;
        if (++_decisions % _settings.DecisionsPerUpdate != 0)
            return;
        for (var k = 0; k < _costs.Length; k++)
        {
            // Only what is fresh says how the present policy does; what is replayed does not.
            if (_settings.DualRate > 0 && (k != 1 || double.IsFinite(_settings.TailS)))
                _multipliers[k].Update(_costs[k]);
            (_values[k], _costs[k]) = (_multipliers[k].Value, 0);
        }

        if (Memory.Count < _settings.WarmUp)
            return;
        Memory.Sample(_batch);
        _figures = _sac.Update(_batch, _values);
    }

    private LagrangeMultiplier Multiplier(double limit) => new(new(limit, Math.Max(_settings.DualRate, 1e-12), 1, MostMultiplier));
}
