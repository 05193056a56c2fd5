using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Published;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Sac;

namespace ControlPlane.Benchmarks.Learning.SideBySide;

/// <summary>The managed side of every contest, on memories full of random numbers.</summary>
internal static class Contests
{
    private const double LeastRatio = 1.5;
    private const int Choices = 8;

    public static IEnumerable<Contest> All()
    {
        var backend = ManagedBackend.Create<float>();
        return [Meant(NextValue.Sampled, backend), Meant(NextValue.Expected, backend), Published(backend)];
    }

    private static Contest Meant(NextValue next, ITensorBackend<float> backend)
    {
        var memory = Stand.Memory();
        var sac = new DiscreteSac<float>(Stand.Settings with { NextValue = next }, backend);
        var batch = new TransitionBatch<float>(Stand.Settings.Layout, Stand.Batch);
        var word = next.ToString().ToLowerInvariant();
        return new($"CHSAC-AF as meant, next value {word}", word, LeastRatio, () =>
        {
            memory.Sample(batch);
            sac.Update(batch);
        });
    }

    private static Contest Published(ITensorBackend<float> backend)
    {
        var features = Stand.Settings.Layout.Features;
        var settings = new PublishedSettings(features, [Choices, Choices]) { CostLimits = [0.5, 0], Capacity = Stand.Transitions };
        var (sac, random) = (new PublishedSac<float>(settings, backend), new RandomStream(1, "published"));
        for (var i = 0; i < Stand.Transitions; i++)
        {
            sac.Add(new PublishedTransition
            {
                State = Stand.Normal(1, features).Elements,
                Actions = [random.NextBelow(Choices), random.NextBelow(Choices)],
                Mask = [.. Enumerable.Range(0, 2 * Choices).Select(choice => choice % Choices == 0 || random.NextUniform() < 0.8)],
                Reward = (float)random.NextNormal(),
                Costs = [(float)random.NextUniform(), (float)random.NextUniform()],
                Discount = 0,
                NextState = Stand.Normal(1, features).Elements,
            });
        }

        return new("CHSAC-AF as published", "published", null, () => sac.Update());
    }
}
