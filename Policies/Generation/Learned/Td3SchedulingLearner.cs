using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;
using ControlPlane.Learning.Td3;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>TD3 over two numbers that are rounded to a provider and a number of steps, as the paper's baseline must have done it (aigc-energy.md, section 4).</summary>
public sealed class Td3SchedulingLearner : SchedulingLearner
{
    /// <summary>Its preset.</summary>
    public const string Name = "jemas-td3";

    private readonly Td3SchedulingSettings _settings;
    private readonly Td3Learner<float> _td3;
    private readonly ReplayMemory _memory;
    private readonly TransitionBatch<float> _batch;
    private readonly DecisionTrail _trail;
    private readonly double[] _numbers = new double[Td3SchedulingSettings.Numbers];
    private Td3Figures _figures;
    private double _shaperLoss;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">What and how to learn.</param>
    /// <param name="teacher">The rule that takes the first decisions, if any are taught.</param>
    /// <param name="shaper">Shapes rewards, as the settings say; one in memory unless given.</param>
    public Td3SchedulingLearner(Td3SchedulingSettings settings, IGenerationPolicy? teacher = null, IRewardShaper<float>? shaper = null)
        : base(settings, teacher, shaper ?? RewardShapers.Create(settings.Shaper, ManagedBackend.Create<float>()))
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _td3 = new(settings.Td3, ManagedBackend.Create<float>());
        _memory = new(settings.Td3.Layout, settings.Capacity, new RandomStream(settings.Td3.Seed, "jemas/replay"));
        _batch = new(settings.Td3.Layout, settings.Td3.Batch);
        _trail = new(_memory, 1, settings.Discount);
    }

    /// <inheritdoc/>
    public override string Preset => Name;

    /// <inheritdoc/>
    public override long Updates => _td3.Updates;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FigureNames { get; } = ["critic loss", "actor loss", "critic norm", "actor norm", "shaper loss"];

    /// <inheritdoc/>
    public override void WriteFigures(Span<double> figures)
    {
        ReadOnlySpan<double> now = [_figures.CriticLoss, _figures.ActorLoss, _figures.CriticNorm, _figures.ActorNorm, _shaperLoss];
        now.CopyTo(figures);
    }

    /// <inheritdoc/>
    public override ISchedulingModel Snapshot(string scenario)
    {
        var card = ActorSchedulingModel.CardOf(Name, _settings, [.. _settings.Td3.Actor], _settings.Td3.Seed, scenario, Decisions, Updates);
        return ActorSchedulingModel.Copy(card, _td3.Normaliser, _td3.Actor);
    }

    /// <inheritdoc/>
    protected override void ExchangeOwn(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("td3", _td3);
        state.Within("memory", _memory);
    }

    /// <inheritdoc/>
    protected override int Choose(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, int? taught)
    {
        _td3.Normaliser.Observe(state);
        if (taught is { } action)
            _settings.Shape.NumbersOf(action, _numbers);
        else
            _td3.Decide(state, explore: true, _numbers);
        _trail.Decide(state, _numbers);
        return _settings.Shape.ActionOfNumbers((float)_numbers[0], (float)_numbers[1]);
    }

    /// <inheritdoc/>
    protected override void Observe(double reward, bool isPayOut, ReadOnlySpan<float> nextState, ReadOnlySpan<bool> nextMask, bool isEnd) =>
        _trail.Observe(reward, [], 1, nextState, [], isEnd);

    /// <inheritdoc/>
    protected override void Learn()
    {
        if (_memory.Count < _settings.WarmUp)
            return;
        _shaperLoss = Shaper.Train();
        _memory.Sample(_batch);
        // The shaper knows pairs, not numbers.
        for (var row = 0; row < _batch.Size; row++)
            _batch.Actions[row] = _settings.Shape.ActionOfNumbers(_batch.ActionNumbers[row, 0], _batch.ActionNumbers[row, 1]);
        Shaper.Shape(_batch);
        _figures = _td3.Update(_batch);
    }
}
