using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>The settings of <see cref="Td3SchedulingLearner"/> by name.</summary>
internal static class Td3SchedulingOptions
{
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
    [
        .. SharedSchedulingOptions.Shaping,
        .. SharedSchedulingOptions.Paying,
        new("noise", "0.1", "Deviation of the noise on actions that explore.", 0, 2),
        new("rate", "0.0003", "Learning rate of the actor.", 1e-6, 1),
        new("critic-rate", "0.001", "Learning rate of the critics.", 1e-6, 1),
        .. SharedSchedulingOptions.Replaying,
    ];

    public static Td3SchedulingLearner Create(PolicySettings settings, SchedulingLearnerSetup setup)
    {
        var width = settings.Count("width");
        var learner = Td3SchedulingSettings.For(setup.Shape, hasQuotes: settings.Count("quotes") == 1, setup.Seed);
        learner = SharedSchedulingOptions.Replay(SharedSchedulingOptions.Pay(learner, settings), settings, setup.DecisionsOfDay) with
        {
            Td3 = learner.Td3 with
            {
                Actor = [width, width],
                Critic = [width, width],
                ActorRate = settings.Number("rate"),
                CriticRate = settings.Number("critic-rate"),
                ExplorationNoise = settings.Number("noise"),
            },
        };
        return new(learner, SharedSchedulingOptions.Teacher(settings, setup.Seed), SharedSchedulingOptions.Shaper(settings, learner.Shaper, setup.Shapers));
    }
}
