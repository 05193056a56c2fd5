using ControlPlane.Fleet.Generation;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>
/// JEMAS: discrete SAC over providers and denoising steps, paid when slots close, with a reward shaper between the pay-outs and the critics (aigc-energy.md, sections 4 to 6). Serves one
/// thread and one day at a time; its state can be kept between days.
/// </summary>
public sealed class SacSchedulingLearner : ISchedulingLearner
{
    /// <summary>Its preset.</summary>
    public const string Name = "jemas-sac";

    private readonly SacSchedulingSettings _settings;
    private readonly DiscreteSac<float> _sac;
    private readonly IRewardShaper<float> _shaper;
    private readonly ReplayMemory _memory;
    private readonly TransitionBatch<float> _batch;
    private readonly SchedulingFeatures _features;
    private readonly PayOut _payOut;
    private readonly WindowTrail _trail;
    private readonly IGenerationPolicy? _teacher;
    private readonly float[] _state;
    private readonly bool[] _mask;
    private SacFigures _figures;
    private double _shaperLoss;
    private double _reward;
    private bool _isPayOut;
    private bool _hasDecided;
    private long _decisions;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What and how to learn.</param>
    /// <param name="teacher">The rule that takes the first decisions, if any are taught.</param>
    /// <param name="shaper">Shapes rewards, as the settings say; one in memory unless given.</param>
    public SacSchedulingLearner(SacSchedulingSettings settings, IGenerationPolicy? teacher = null, IRewardShaper<float>? shaper = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _teacher) = (settings, teacher);
        var backend = ManagedBackend.Create<float>();
        (_sac, _shaper) = (new(settings.Sac, backend), shaper ?? new RewardShaper<float>(settings.Shaper, backend));
        _memory = new(settings.Sac.Layout, settings.Capacity, new RandomStream(settings.Sac.Seed, "jemas/replay"));
        _batch = new(settings.Sac.Layout, settings.Sac.Batch);
        _features = new(settings.Shape, settings.HasQuotes);
        _payOut = new(settings.PayOut);
        _trail = new(_memory, settings.IsSharedOut ? _shaper : null, settings.Discount);
        (_state, _mask) = (new float[_features.Width], new bool[settings.Shape.Actions]);
    }

    /// <summary>What and how it learns.</summary>
    public SacSchedulingSettings Settings => _settings;

    /// <inheritdoc/>
    public string Preset => Name;

    /// <inheritdoc/>
    public long Decisions => _decisions;

    /// <inheritdoc/>
    public long Updates => _sac.Updates;

    /// <inheritdoc/>
    public IReadOnlyList<string> FigureNames { get; } = ["critic loss", "actor loss", "entropy", "temperature", "shaper loss"];

    /// <inheritdoc/>
    public void WriteFigures(Span<double> figures)
    {
        ReadOnlySpan<double> now = [_figures.CriticLoss, _figures.ActorLoss, _figures.Entropy, _figures.Temperature, _shaperLoss];
        now.CopyTo(figures);
    }

    /// <inheritdoc/>
    public GenerationDecision Decide(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _features.Write(view, _state, _mask);
        // What cannot be done in time is no decision: what it costs goes with the one before.
        if (!_mask.AsSpan().Contains(true))
            return new(view.Cohort.Origin, view.Steps[0]);
        Settle(isEnd: false);
        _sac.Normaliser.Observe<float>(_state);
        var action = Taught(view) ?? _sac.Decide(_state, _mask, explore: true);
        var (provider, choice) = (action / _settings.Shape.Steps.Count, action % _settings.Shape.Steps.Count);
        _shaper.Decided(_state, action);
        _trail.Decide(_state, _mask, action);
        (_reward, _isPayOut, _hasDecided) = (_payOut.Decided(view, provider, choice), _settings.PayOut.Mode == PayOutMode.Dense, true);
        if (++_decisions % _settings.DecisionsPerUpdate == 0 && _memory.Count >= _settings.WarmUp)
            Update();
        return new(provider, view.Steps[choice]);
    }

    /// <inheritdoc/>
    public void Closed(double utilityUsd, double jobs, double onTime, bool isLast)
    {
        var (reward, isPayOut) = _payOut.Closed(utilityUsd, jobs, onTime, isLast);
        (_reward, _isPayOut) = (_reward + reward, _isPayOut || isPayOut);
        if (isLast)
            Settle(isEnd: true);
    }

    /// <inheritdoc/>
    public ISchedulingModel Snapshot(string scenario)
    {
        var policy = new SacPolicy<float>(_settings.Sac, ManagedBackend.Create<float>());
        policy.CopyFrom(_sac);
        return new SacSchedulingModel(SacSchedulingModel.CardOf(_settings, scenario, Decisions, Updates), policy);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("decisions", ref _decisions);
        state.Within("sac", _sac);
        state.Within("shaper", _shaper);
        state.Within("memory", _memory);
        state.Within("payOut", _payOut);
    }

    // The state at hand is the next one of the decision before.
    private void Settle(bool isEnd)
    {
        if (!_hasDecided)
            return;
        _shaper.Paid(_reward, _isPayOut, isEnd);
        _trail.Observe(_reward, _isPayOut, _state, _mask, isEnd);
        (_reward, _isPayOut, _hasDecided) = (0, false, false);
    }

    private int? Taught(GenerationView view)
    {
        if (_decisions >= _settings.TaughtDecisions || _teacher is null)
            return null;
        var said = _teacher.Decide(view);
        return view.IsFeasible(said) ? said.Provider * _settings.Shape.Steps.Count + view.StepOf(said.Steps) : null;
    }

    private void Update()
    {
        _shaperLoss = _shaper.Train();
        _memory.Sample(_batch);
        if (!_settings.IsSharedOut)
            _shaper.Shape(_batch);
        _figures = _sac.Update(_batch);
    }
}
