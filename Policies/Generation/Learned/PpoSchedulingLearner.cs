using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Ppo;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>PPO over pairs of provider and steps.</summary>
public sealed class PpoSchedulingLearner : SchedulingLearner
{
    /// <summary>Its preset.</summary>
    public const string Name = "jemas-ppo";

    private readonly PpoSchedulingSettings _settings;
    private readonly PpoLearner<float> _ppo;
    private PpoFigures _figures;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What and how to learn.</param>
    public PpoSchedulingLearner(PpoSchedulingSettings settings)
        : base(settings, teacher: null, new NoShaper<float>())
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _ppo = new(settings.Ppo, ManagedBackend.Create<float>());
    }

    /// <inheritdoc/>
    public override string Preset => Name;

    /// <inheritdoc/>
    public override long Updates => _ppo.Updates;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FigureNames { get; } = ["actor loss", "critic loss", "entropy", "divergence", "clipped share"];

    /// <inheritdoc/>
    public override void WriteFigures(Span<double> figures)
    {
        ReadOnlySpan<double> now = [_figures.ActorLoss, _figures.CriticLoss, _figures.Entropy, _figures.Divergence, _figures.ClippedShare];
        now.CopyTo(figures);
    }

    /// <inheritdoc/>
    public override ISchedulingModel Snapshot(string scenario)
    {
        var card = ActorSchedulingModel.CardOf(Name, _settings, [.. _settings.Ppo.Actor], _settings.Ppo.Seed, scenario, Decisions, Updates);
        return ActorSchedulingModel.Copy(card, _ppo.Normaliser, _ppo.Actor);
    }

    /// <inheritdoc/>
    protected override void ExchangeOwn(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("ppo", _ppo);
    }

    /// <inheritdoc/>
    protected override int Choose(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, int? taught)
    {
        if (_ppo.Rollout.IsFull)
            _figures = _ppo.Update(state);
        _ppo.Normaliser.Observe(state);
        return _ppo.Decide(state, mask, explore: true);
    }

    /// <inheritdoc/>
    protected override void Observe(double reward, bool isPayOut, ReadOnlySpan<float> nextState, ReadOnlySpan<bool> nextMask, bool isEnd) =>
        _ppo.Observe(reward, isEnd ? 0 : _settings.Discount);

    /// <inheritdoc/>
    protected override void Learn()
    {
        // It learns when its rollout is full.
    }
}
