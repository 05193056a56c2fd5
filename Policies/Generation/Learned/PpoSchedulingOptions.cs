using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>The settings of <see cref="PpoSchedulingLearner"/> by name.</summary>
internal static class PpoSchedulingOptions
{
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
    [
        .. SharedSchedulingOptions.Paying,
        new("decisions", "3456", "Decisions between two updates.", 1, 1e6, IsInteger: true),
        new("epochs", "10", "Times that every decision is learned from.", 1, 1000, IsInteger: true),
        new("clip", "0.2", "How far the ratio of new to old probability counts.", 1e-3, 10),
        new("lambda", "0.95", "0 for advantages of one step, 1 for those of the whole return.", 0, 1),
        new("entropy-bonus", "0.01", "What a nat of entropy is worth, in advantages of deviation 1.", 0, 10),
        new("rate", "0.0003", "Learning rate.", 1e-6, 1),
        new("width", "128", "Width of the networks' layers.", 4, 1024, IsInteger: true),
    ];

    public static PpoSchedulingLearner Create(PolicySettings settings, SchedulingShape shape, long seed)
    {
        var width = settings.Count("width");
        var learner = SharedSchedulingOptions.Pay(PpoSchedulingSettings.For(shape, hasQuotes: settings.Count("quotes") == 1, seed), settings);
        return new(learner with
        {
            Ppo = learner.Ppo with
            {
                Actor = [width, width],
                Critic = [width, width],
                Decisions = settings.Count("decisions"),
                Epochs = settings.Count("epochs"),
                Clip = settings.Number("clip"),
                Lambda = settings.Number("lambda"),
                EntropyBonus = settings.Number("entropy-bonus"),
                ActorRate = settings.Number("rate"),
                CriticRate = settings.Number("rate"),
            },
        });
    }
}
