using ControlPlane.Fleet.Randomness;
using ControlPlane.Learning.Shaping;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>The settings of <see cref="SacSchedulingLearner"/> by name.</summary>
internal static class SacSchedulingOptions
{
    private const string None = "none";

    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
    [
        Choice("shaper", "decomposition", "What is made of rewards: nothing, each decision's expected part of its pay-out, or a potential of the state.", [None, "decomposition", "potential"]),
        Choice("estimator", "diffusion", "What the shaper learns with: a conditional diffusion or a plain network.", ["diffusion", "network"]),
        new("weight", "1", "How much shaping counts; at most 1 for a decomposition.", 0, 10),
        new("steps", "5", "Steps of the diffusion, W.", 1, 1000, IsInteger: true),
        new("latent", "1", "Numbers in which the diffusion works, M.", 1, 4096, IsInteger: true),
        new("horizon", "36", "Decisions whose rewards a potential looks forward to.", 1, 10_000, IsInteger: true),
        new("optimism", "0", "Standard deviations that are added to the diffusion's mean.", -10, 10),
        new("conditioned", "1", "0 to take the condition from the shaper.", 0, 1, IsInteger: true),
        new("shared-out", "0", "1 to share out a pay-out as it comes, so that its sum stays.", 0, 1, IsInteger: true),
        Choice("pay-out", "slot", "When it is paid: with each slot, every few, each if few were late, or with each decision by the quotes.", ["slot", "delayed", "gated", "dense"]),
        new("slots", "6", "Slots between two pay-outs that are delayed.", 1, 1000, IsInteger: true),
        new("quotes", "0", "1 to see what providers quote.", 0, 1, IsInteger: true),
        new("entropy", "0.3", "Target entropy as a share of the greatest.", 0, 1),
        new("temperature", "0.02", "First temperature.", 1e-6, 10),
        new("temperature-rate", "0.001", "Learning rate of the temperature; 0 keeps the first.", 0, 1),
        new("rate", "0.0003", "Learning rate of the actor.", 1e-6, 1),
        new("critic-rate", "0.001", "Learning rate of the critics.", 1e-6, 1),
        new("discount", "0.99", "Weight of what follows from one decision to the next.", 1e-6, 1),
        new("decisions-per-update", "4", "Decisions for each update.", 1, 1e6, IsInteger: true),
        new("width", "128", "Width of the networks' layers.", 4, 1024, IsInteger: true),
        new("warm-up", "2000", "Transitions before the first update.", 1, 1e7, IsInteger: true),
        new("memory", "200000", "Transitions kept.", 1000, 1e7, IsInteger: true),
        // Rules that remember nothing: a checkpoint has none of theirs.
        Choice("teacher", None, "The rule that decides at first, from which is learned all the same.", [None, "greedy", "quickest", "least-loaded", "local"]),
        new("teacher-days", "2", "Days that it decides.", 0, 1e6, IsInteger: true),
    ];

    public static SacSchedulingLearner Create(PolicySettings settings, SchedulingShape shape, long decisionsOfDay, long seed)
    {
        var (width, discount, teacher) = (settings.Count("width"), settings.Number("discount"), settings.Text("teacher"));
        var learner = SacSchedulingSettings.For(shape, hasQuotes: settings.Count("quotes") == 1, seed);
        learner = learner with
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
            Shaper = Shaper(learner.Shaper, settings) with { Discount = discount },
            PayOut = learner.PayOut with { Mode = Enum.Parse<PayOutMode>(settings.Text("pay-out"), ignoreCase: true), Slots = settings.Count("slots") },
            IsSharedOut = settings.Count("shared-out") == 1,
            Discount = discount,
            DecisionsPerUpdate = settings.Count("decisions-per-update"),
            WarmUp = settings.Count("warm-up"),
            Capacity = settings.Count("memory"),
            TaughtDecisions = teacher == None ? 0 : settings.Count("teacher-days") * decisionsOfDay,
        };
        return new(learner, teacher == None ? null : GenerationPolicyCatalog.Create(new(teacher), new RandomStream(seed, "jemas/teacher")));
    }

    private static ShaperSettings Shaper(ShaperSettings shaper, PolicySettings settings) => shaper with
    {
        Mode = Enum.Parse<ShapingMode>(settings.Text("shaper"), ignoreCase: true),
        Estimator = Enum.Parse<EstimatorKind>(settings.Text("estimator"), ignoreCase: true),
        Weight = settings.Number("weight"),
        Steps = settings.Count("steps"),
        Latent = settings.Count("latent"),
        Horizon = settings.Count("horizon"),
        Optimism = settings.Number("optimism"),
        IsConditioned = settings.Count("conditioned") == 1,
    };

    // Words only: no number is between 1 and 0.
    private static PolicyParameter Choice(string name, string first, string summary, IReadOnlyList<string> words) => new(name, first, summary, 1, 0, Words: words);
}
