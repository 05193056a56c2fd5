using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Core.Tests.Learning.Sac;

/// <summary>A random decision process of a few states with masks, and its soft optimum by value iteration.</summary>
internal sealed class TinyMdp
{
    public const int States = 4;
    private const double Discount = 0.8;
    private readonly double[,] _rewards;
    private readonly int[,] _next;

    public TinyMdp(ActionSpace space, long seed)
    {
        Space = space;
        var random = new RandomStream(seed, "mdp");
        _rewards = new double[States, space.Actions];
        _next = new int[States, space.Actions];
        Masks = [.. Enumerable.Range(0, States).Select(_ => new bool[space.Actions])];
        for (var s = 0; s < States; s++)
        {
            for (var a = 0; a < space.Actions; a++)
            {
                // The masked look best: who peeps behind the mask is found out.
                Masks[s][a] = a == s % space.Actions || random.NextUniform() < 0.7;
                _rewards[s, a] = Masks[s][a] ? random.NextUniform() : 5;
                _next[s, a] = random.NextBelow(States);
            }
        }
    }

    public ActionSpace Space { get; }

    public bool[][] Masks { get; }

    public TransitionLayout Layout => new(States, Space.Actions);

    public static float[] State(int s) => [.. Enumerable.Range(0, States).Select(i => i == s ? 1f : 0)];

    /// <summary>Every valid decision once.</summary>
    public ReplayMemory Memory(long seed)
    {
        var memory = new ReplayMemory(Layout, States * Space.Actions, new RandomStream(seed, "replay"));
        for (var s = 0; s < States; s++)
        {
            for (var a = 0; a < Space.Actions; a++)
            {
                if (!Masks[s][a])
                    continue;
                var next = _next[s, a];
                memory.Add(new Transition
                {
                    State = State(s),
                    Mask = Masks[s],
                    Action = a,
                    Reward = (float)_rewards[s, a],
                    Discount = (float)Discount,
                    NextState = State(next),
                    NextMask = Masks[next],
                });
            }
        }

        return memory;
    }

    /// <summary>π* = softmax(Q*/α) over the valid, with Q* = r + γ α log Σ exp(Q*/α).</summary>
    public double[][] SoftOptimum(double alpha)
    {
        var value = new double[States];
        for (var sweep = 0; sweep < 300; sweep++)
            value = [.. Enumerable.Range(0, States).Select(s => alpha * Math.Log(Enumerable.Range(0, Space.Actions).Sum(a => Weight(s, a, value, alpha))))];
        return [.. Enumerable.Range(0, States).Select(s => Enumerable.Range(0, Space.Actions)
            .Select(a => Weight(s, a, value, alpha) * Math.Exp(-value[s] / alpha)).ToArray())];
    }

    private double Weight(int s, int a, double[] value, double alpha) =>
        Masks[s][a] ? Math.Exp((_rewards[s, a] + Discount * value[_next[s, a]]) / alpha) : 0;
}
