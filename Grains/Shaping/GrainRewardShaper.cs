using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Grains.Shaping;

/// <summary>
/// A reward shaper that lives in a grain, for a learner on a thread of its own, which waits for the answers: never for one on a turn. What it knows stays with the grain, so that nothing of
/// it is in the learner's checkpoints: a session that is read again goes on with what the grain knows then.
/// </summary>
public sealed class GrainRewardShaper : IRewardShaper<float>
{
    private readonly IRewardShaperGrain _grain;
    private readonly GrainShaperSettings _settings;
    private readonly List<ShaperDecisionRecord> _decisions = [];
    private readonly long _stream;
    private ShaperOutcomeRecord? _before;
    private long _number;
    private int _steps;
    private double _loss = double.NaN;

    /// <summary>Configures the grain, unless it is, and joins it.</summary>
    /// <param name="grain">The grain.</param>
    /// <param name="shaper">What the shaper is configured with.</param>
    /// <param name="settings">How it is asked.</param>
    /// <exception cref="InvalidOperationException">It is configured with something else.</exception>
    public GrainRewardShaper(IRewardShaperGrain grain, ShaperSettings shaper, GrainShaperSettings settings)
    {
        ArgumentNullException.ThrowIfNull(grain);
        ArgumentNullException.ThrowIfNull(shaper);
        ArgumentNullException.ThrowIfNull(settings);
        (_grain, _settings) = (grain, settings.IsAwaited ? settings with { Steps = 1 } : settings);
        _stream = Wait(async () =>
        {
            await grain.Configure(shaper.ToWire());
            return await grain.Join();
        });
    }

    /// <summary>Whether the grain knew enough when it was asked last.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Decisions that the grain did not take, because it was behind or away.</summary>
    public long Lost { get; private set; }

    /// <summary>Times that the grain did not answer and rewards stayed as they were.</summary>
    public long Unanswered { get; private set; }

    /// <inheritdoc/>
    public void Decided(ReadOnlySpan<float> state, int action) => _decisions.Add(new([.. state], action, Outcome: null));

    /// <inheritdoc/>
    public void Paid(double reward, bool isPayOut, bool isEnd)
    {
        var outcome = new ShaperOutcomeRecord(reward, isPayOut, isEnd);
        if (_decisions.Count > 0)
            _decisions[^1] = _decisions[^1] with { Outcome = outcome };
        else
            _before = outcome;
        if (_decisions.Count >= _settings.Decisions)
            Tell();
    }

    /// <inheritdoc/>
    public double Train()
    {
        if (++_steps < _settings.Steps)
            return _loss;
        Tell();
        Try(async () =>
        {
            await _grain.Train(_steps);
            return await (_settings.IsAwaited ? _grain.Settled() : _grain.Status());
        }, status => (_loss, IsReady) = (status.Loss ?? double.NaN, status.IsReady));
        _steps = 0;
        return _loss;
    }

    /// <inheritdoc/>
    public void Shape(TransitionBatch<float> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var asked = new ShaperBatchRecord([.. batch.States.Elements], [.. batch.Actions], [.. batch.Rewards], [.. batch.Discounts], [.. batch.NextStates.Elements]);
        Try(() => _grain.Score(asked), said =>
        {
            for (var row = 0; row < batch.Size; row++)
                batch.Rewards[row] = (float)said.Rewards[row];
            IsReady = said.IsReady;
        });
    }

    /// <inheritdoc/>
    public void ShareOut(ReadOnlySpan<float> states, ReadOnlySpan<int> actions, double paid, Span<double> rewards)
    {
        Tell();
        var window = new ShaperWindowRecord([.. states], [.. actions], paid);
        // Without an answer: equal parts, which add up as well.
        rewards.Fill(paid / rewards.Length);
        ImmutableArray<double> parts = [];
        Try(async () =>
        {
            if (_settings.IsAwaited)
                await _grain.Settled();
            return await _grain.ShareOut(window);
        }, said => (parts, IsReady) = (said.Rewards, said.IsReady));
        parts.AsSpan().CopyTo(rewards);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state) => Tell();

    // A message is told in any case: one that was not taken leaves a gap, which the grain sees.
    private void Tell()
    {
        if (_decisions.Count == 0 && _before is null)
            return;
        var told = new ShaperDecisionsRecord(_stream, ++_number, _before, [.. _decisions]);
        _decisions.Clear();
        _before = null;
        var isTaken = false;
        Try(async () =>
        {
            if (await _grain.Observe(told))
                return true;
            if (!_settings.IsAwaited)
                return false;
            await _grain.Settled();
            return await _grain.Observe(told);
        }, taken => isTaken = taken);
        Lost += isTaken ? 0 : told.Decisions.Length;
    }

    private void Try<T>(Func<Task<T>> ask, Action<T> take)
    {
        T said;
        try
        {
            said = Wait(ask);
        }
        catch (Exception error) when (!_settings.IsAwaited && error is not (RefusedException or ArgumentException))
        {
            // A cluster that is away is no reason to learn no more.
            Unanswered++;
            return;
        }

        take(said);
    }

    private static T Wait<T>(Func<Task<T>> ask) => Task.Run(ask).GetAwaiter().GetResult();
}
