using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Shaping;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Grains.Tests.Shaping;

/// <summary>A learner whose decisions are made up: windows of four decisions, each paid by the actions in it.</summary>
internal sealed class ToldLearner(IRewardShaperGrain grain, long stream)
{
    public const int Batch = 16;
    private const int Window = 4;
    private int _decision;
    private long _number;
    private double _owed;

    public static ShaperSettings Settings { get; } = new(2, 3) { Batch = Batch, Hidden = [8], Capacity = 400, WarmUp = 40, CopyShare = 0.1, Seed = 3 };

    public static ShaperSetup Setup => Settings.ToWire();

    public static async Task<ToldLearner> Join(IRewardShaperGrain grain)
    {
        await grain.Configure(Setup);
        return new(grain, await grain.Join());
    }

    /// <summary>The next message, with so many decisions.</summary>
    public ShaperDecisionsRecord Next(int decisions) => new(stream, ++_number, Before: null, [.. Enumerable.Range(0, decisions).Select(_ => Decide())]);

    public Task<bool> Tell(int decisions) => grain.Observe(Next(decisions));

    /// <summary>What the grain makes of a batch of zeros.</summary>
    public async Task<double[]> Score() => [.. (await grain.Score(Asked())).Rewards];

    public static ShaperBatchRecord Asked() => new(
        [.. Enumerable.Range(0, Batch).SelectMany(i => State(i))],
        [.. Enumerable.Range(0, Batch).Select(i => i % 3)],
        [.. new float[Batch]],
        [.. new float[Batch]],
        [.. new float[2 * Batch]]);

    /// <summary>A shaper in memory that was told as many decisions, and takes so many steps at a time.</summary>
    public static double[] InMemory(params (int Decisions, int Steps)[] parts)
    {
        var (shaper, learner) = (new RewardShaper<float>(Settings, ManagedBackend.Create<float>()), new ToldLearner(null!, 0));
        foreach (var (decisions, steps) in parts)
        {
            foreach (var decision in Enumerable.Range(0, decisions).Select(_ => learner.Decide()))
            {
                shaper.Decided(decision.State.AsSpan(), decision.Action);
                shaper.Paid(decision.Outcome!.Reward, decision.Outcome.IsPayOut, decision.Outcome.IsEnd);
            }

            for (var step = 0; step < steps; step++)
                shaper.Train();
        }

        var batch = new TransitionBatch<float>(new(2, 3), Batch);
        Asked().States.CopyTo(batch.States.Elements);
        Asked().Actions.CopyTo(batch.Actions);
        shaper.Shape(batch);
        return [.. batch.Rewards.Select(r => (double)r)];
    }

    private ShaperDecisionRecord Decide()
    {
        var (state, action) = (State(_decision), _decision * 7 % 3);
        _owed += action + state[0];
        var isPayOut = ++_decision % Window == 0;
        var outcome = new ShaperOutcomeRecord(isPayOut ? _owed : 0, isPayOut, IsEnd: false);
        _owed = isPayOut ? 0 : _owed;
        return new(state, action, outcome);
    }

    private static ImmutableArray<float> State(int i) => [(float)Math.Sin(i), (float)Math.Cos(i * 1.7)];
}
