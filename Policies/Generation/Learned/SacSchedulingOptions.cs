using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>The settings of <see cref="SacSchedulingLearner"/> by name.</summary>
internal static class SacSchedulingOptions
{
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
    [
        .. SharedSchedulingOptions.Shaping,
        new("shared-out", "0", "1 to share out a pay-out as it comes, so that its sum stays.", 0, 1, IsInteger: true),
        .. SharedSchedulingOptions.Paying,
        new("entropy", "0.3", "Target entropy as a share of the greatest.", 0, 1),
        new("temperature", "0.02", "First temperature.", 1e-6, 10),
        new("temperature-rate", "0.001", "Learning rate of the temperature; 0 keeps the first.", 0, 1),
        new("rate", "0.0003", "Learning rate of the actor.", 1e-6, 1),
        new("critic-rate", "0.001", "Learning rate of the critics.", 1e-6, 1),
        .. SharedSchedulingOptions.Replaying,
    ];

    public static SacSchedulingLearner Create(PolicySettings settings, SchedulingLearnerSetup setup)
    {
        var width = settings.Count("width");
        var learner = SacSchedulingSettings.For(setup.Shape, hasQuotes: settings.Count("quotes") == 1, setup.Seed);
        learner = SharedSchedulingOptions.Replay(SharedSchedulingOptions.Pay(learner, settings), settings, setup.DecisionsOfDay) with
        {
            Sac = learner.Sac with
            {
                Encoder = [width, width],
                Actor = [width],
                Critic = [width],
                ActorRate = settings.Number("rate"),
                CriticRate = settings.Number("critic-rate"),
                Temperature = settings.Number("temperature"),
                TemperatureRate = settings.Number("temperature-rate"),
                TargetEntropyShare = settings.Number("entropy"),
            },
            IsSharedOut = settings.Count("shared-out") == 1,
        };
        return new(learner, SharedSchedulingOptions.Teacher(settings, setup.Seed), SharedSchedulingOptions.Shaper(settings, learner.Shaper, setup.Shapers));
    }
}
