using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Core.Tests.Learning.Shaping;

/// <summary>A random Markov decision process whose last state is an end.</summary>
internal sealed class RandomWorld
{
    public const int States = 6;
    public const int Actions = 3;
    public const int Batch = 32;
    private const double Discount = 0.9;
    private const int End = States - 1;
    private readonly int[] _next = new int[States * Actions];

    public RandomWorld(int seed)
    {
        var random = new RandomStream(seed, "world");
        for (var i = 0; i < _next.Length; i++)
            (_next[i], Rewards[i]) = (random.NextBelow(States), (float)random.NextNormal());
    }

    public float[] Rewards { get; } = new float[States * Actions];

    public void Teach(IRewardShaper<float> shaper, int decisions, int steps)
    {
        var (at, random) = (0, new RandomStream(decisions, "walk"));
        for (var i = 0; i < decisions; i++)
        {
            var action = random.NextBelow(Actions);
            shaper.Decided(Code(at), action);
            var next = _next[at * Actions + action];
            shaper.Paid(Rewards[at * Actions + action], isPayOut: i % 3 == 2, isEnd: next == End);
            at = next == End ? random.NextBelow(End) : next;
        }

        for (var step = 0; step < steps; step++)
            shaper.Train();
    }

    public float[] ShapedBy(IRewardShaper<float> shaper)
    {
        var batch = new TransitionBatch<float>(new(States, Actions), Batch);
        for (var i = 0; i < _next.Length; i++)
        {
            Code(i / Actions).CopyTo(batch.States.Row(i));
            Code(_next[i]).CopyTo(batch.NextStates.Row(i));
            (batch.Actions[i], batch.Rewards[i], batch.Discounts[i]) = (i % Actions, Rewards[i], _next[i] == End ? 0 : (float)Discount);
        }

        shaper.Shape(batch);
        return batch.Rewards[.._next.Length];
    }

    public double LargestChange(float[] rewards) => rewards.Zip(Rewards, (x, y) => Math.Abs(x - y)).Max();

    public int[] BestActions(float[] rewards)
    {
        var values = new double[States];
        for (var sweep = 0; sweep < 2000; sweep++)
        {
            for (var s = 0; s < End; s++)
                values[s] = Enumerable.Range(0, Actions).Max(a => Worth(rewards, values, s, a));
        }

        return [.. Enumerable.Range(0, End).Select(s => Enumerable.Range(0, Actions).MaxBy(a => Worth(rewards, values, s, a)))];
    }

    private double Worth(float[] rewards, double[] values, int s, int a) =>
        rewards[s * Actions + a] + (_next[s * Actions + a] == End ? 0 : Discount * values[_next[s * Actions + a]]);

    private static float[] Code(int state)
    {
        var code = new float[States];
        code[state] = 1;
        return code;
    }
}
