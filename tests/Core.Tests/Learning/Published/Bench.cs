using System.Numerics;
using ControlPlane.Learning.Published;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Published;

/// <summary>A small published learner with random states, masks and actions.</summary>
internal static class Bench
{
    public static PublishedSettings Settings { get; } = new(5, [3, 4])
    {
        CostLimits = [500, 0], Batch = 6, Capacity = 50, WarmUp = 10, Width = 12, Quantiles = 7, Seed = 3,
    };

    public static bool[] Masks(int rows, RandomStream random)
    {
        var choices = Settings.Heads.Sum();
        return [.. Enumerable.Range(0, rows * choices).Select(i => i % choices is 0 or 4 || random.NextUniform() < 0.6)];
    }

    public static int[] Actions(int rows, RandomStream random) =>
        [.. Enumerable.Range(0, rows * Settings.Heads.Count).Select(i => random.NextBelow(Settings.Heads[i % Settings.Heads.Count]))];

    public static void Add<T>(PublishedSac<T> sac, RandomStream random, float p99Ms = 7e6f, float discount = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        sac.Add(new PublishedTransition
        {
            State = State(random),
            Actions = Actions(1, random),
            Mask = Masks(1, random),
            Reward = (float)random.NextNormal(),
            Costs = [p99Ms, 0],
            Discount = discount,
            NextState = State(random),
        });
    }

    public static float[] State(RandomStream random) => [.. Enumerable.Range(0, Settings.Features).Select(_ => (float)random.NextNormal())];
}
