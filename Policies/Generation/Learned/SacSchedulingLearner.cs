using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>JEMAS: discrete SAC over providers and denoising steps, with a reward shaper between the pay-outs and the critics.</summary>
public sealed class SacSchedulingLearner : SchedulingLearner
{
    /// <summary>Its preset.</summary>
    public const string Name = "jemas-sac";

    private readonly SacSchedulingSettings _settings;
    private readonly DiscreteSac<float> _sac;
    private readonly ReplayMemory _memory;
    private readonly TransitionBatch<float> _batch;
    private readonly WindowTrail _trail;
    private SacFigures _figures;
    private double _shaperLoss;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What and how to learn.</param>
    /// <param name="teacher">The rule that takes the first decisions, if any are taught.</param>
    /// <param name="shaper">Shapes rewards, as the settings say; one in memory unless given.</param>
    public SacSchedulingLearner(SacSchedulingSettings settings, IGenerationPolicy? teacher = null, IRewardShaper<float>? shaper = null)
        : base(settings, teacher, shaper ?? RewardShapers.Create(settings.Shaper, ManagedBackend.Create<float>()))
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _sac = new(settings.Sac, ManagedBackend.Create<float>());
        _memory = new(settings.Sac.Layout, settings.Capacity, new RandomStream(settings.Sac.Seed, "jemas/replay"));
        _batch = new(settings.Sac.Layout, settings.Sac.Batch);
        _trail = new(_memory, settings.IsSharedOut ? Shaper : null, settings.Discount);
    }

    /// <summary>What and how it learns.</summary>
    public SacSchedulingSettings Settings => _settings;

    /// <inheritdoc/>
    public override string Preset => Name;

    /// <inheritdoc/>
    public override long Updates => _sac.Updates;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FigureNames { get; } = ["critic loss", "actor loss", "entropy", "temperature", "shaper loss"];

    /// <inheritdoc/>
    public override void WriteFigures(Span<double> figures)
    {
        ReadOnlySpan<double> now = [_figures.CriticLoss, _figures.ActorLoss, _figures.Entropy, _figures.Temperature, _shaperLoss];
        now.CopyTo(figures);
    }

    /// <inheritdoc/>
    public override ISchedulingModel Snapshot(string scenario)
    {
        var policy = new SacPolicy<float>(_settings.Sac, ManagedBackend.Create<float>());
        policy.CopyFrom(_sac);
        return new SacSchedulingModel(SacSchedulingModel.CardOf(_settings, scenario, Decisions, Updates), policy);
    }

    /// <inheritdoc/>
    protected override void ExchangeOwn(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("sac", _sac);
        state.Within("memory", _memory);
    }

    /// <inheritdoc/>
    protected override int Choose(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, int? taught)
    {
        _sac.Normaliser.Observe(state);
        var action = taught ?? _sac.Decide(state, mask, explore: true);
        _trail.Decide(state, mask, action);
        return action;
    }

    /// <inheritdoc/>
    protected override void Observe(double reward, bool isPayOut, ReadOnlySpan<float> nextState, ReadOnlySpan<bool> nextMask, bool isEnd) =>
        _trail.Observe(reward, isPayOut, nextState, nextMask, isEnd);

    /// <inheritdoc/>
    protected override void Learn()
    {
        if (_memory.Count < _settings.WarmUp)
            return;
        _shaperLoss = Shaper.Train();
        _memory.Sample(_batch);
        if (!_settings.IsSharedOut)
            Shaper.Shape(_batch);
        _figures = _sac.Update(_batch);
    }
}
