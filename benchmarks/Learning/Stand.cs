using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Benchmarks.Learning;

/// <summary>What the learner is measured with: CHSAC-AF's shape, filled with random numbers.</summary>
internal static class Stand
{
    public const int Batch = 256;
    public const int Transitions = 5_000;
    private const int Rounds = 5;
    private const double SecondsPerRound = 0.2;
    private static readonly RandomStream Random = new(1, "benchmark");

    /// <summary>State 49, encoder 3 x 256, twin critics to 64 actions x 32 quantiles.</summary>
    public static SacSettings Settings { get; } = new(new TransitionLayout(49, 64), new ActionSpace(8, 8)) { Batch = Batch, Quantiles = 32 };

    public static Matrix<float> Normal(int rows, int columns)
    {
        var matrix = new Matrix<float>(rows, columns);
        foreach (ref var element in matrix.Elements)
            element = (float)Random.NextNormal();
        return matrix;
    }

    public static ReplayMemory Memory()
    {
        var layout = Settings.Layout;
        var memory = new ReplayMemory(layout, Transitions, new RandomStream(1, "replay"));
        for (var i = 0; i < Transitions; i++)
        {
            var action = Random.NextBelow(layout.Actions);
            bool[] mask = [.. Enumerable.Range(0, layout.Actions).Select(a => a == action || Random.NextUniform() < 0.8)];
            memory.Add(new Transition
            {
                State = Normal(1, layout.Features).Elements,
                Mask = mask,
                Action = action,
                Reward = (float)Random.NextNormal(),
                Discount = 0.9f,
                NextState = Normal(1, layout.Features).Elements,
                NextMask = mask,
            });
        }

        return memory;
    }

    /// <summary>Processor time of one call: the best of some rounds, after a warm-up.</summary>
    public static double Seconds(Action call)
    {
        for (var (end, begin) = (SecondsPerRound, Spent); Spent - begin < end;)
            call();
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var (begin, calls) = (Spent, 0);
            for (; calls == 0 || Spent - begin < SecondsPerRound; calls += 2)
            {
                call();
                call();
            }

            best = Math.Min(best, (Spent - begin) / calls);
        }

        return best;
    }

    private static double Spent => Environment.CpuUsage.TotalTime.TotalSeconds;
}
