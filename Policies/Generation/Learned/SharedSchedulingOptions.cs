using ControlPlane.Fleet.Randomness;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Shaping;
using ControlPlane.Learning.Shaping.Dress;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>The settings by name that all learners have that learn from pay-outs.</summary>
internal static class SharedSchedulingOptions
{
    private const string None = "none";
    private const string Dress = "dress";

    // A fifth of DRESS's widths: with them a training takes minutes, and what is not identified is no more so with wider ones.
    private const int DressWidth = 64;
    private const int DressLatent = 32;

    public static IReadOnlyList<PolicyParameter> Shaping { get; } =
    [
        Choice(
            "shaper",
            "decomposition",
            "What is made of rewards: nothing, each decision's expected part of its pay-out, a potential of the state, or what DRESS adds, for comparison.",
            [None, "decomposition", "potential", Dress]),
        Choice("estimator", "diffusion", "What the shaper learns with: a conditional diffusion or a plain network.", ["diffusion", "network"]),
        new("weight", "1", "How much shaping counts; at most 1 for a decomposition.", 0, 10),
        new("steps", "5", "Steps of the diffusion, W.", 1, 1000, IsInteger: true),
        new("latent", "1", "Numbers in which the diffusion works, M.", 1, 4096, IsInteger: true),
        new("horizon", "36", "Decisions whose rewards a potential looks forward to.", 1, 10_000, IsInteger: true),
        new("optimism", "0", "Standard deviations that are added to the diffusion's mean.", -10, 10),
        new("conditioned", "1", "0 to take the condition from the shaper.", 0, 1, IsInteger: true),
    ];

    public static IReadOnlyList<PolicyParameter> Paying { get; } =
    [
        Choice("pay-out", "slot", "When it is paid: with each slot, every few, each if few were late, or with each decision by the quotes.", ["slot", "delayed", "gated", "dense"]),
        new("slots", "6", "Slots between two pay-outs that are delayed.", 1, 1000, IsInteger: true),
        new("quotes", "0", "1 to see what providers quote.", 0, 1, IsInteger: true),
        new("discount", "0.99", "Weight of what follows from one decision to the next.", 1e-6, 1),
    ];

    public static IReadOnlyList<PolicyParameter> Replaying { get; } =
    [
        new("decisions-per-update", "4", "Decisions for each update.", 1, 1e6, IsInteger: true),
        new("width", "128", "Width of the networks' layers.", 4, 1024, IsInteger: true),
        new("warm-up", "2000", "Transitions before the first update.", 1, 1e7, IsInteger: true),
        new("memory", "200000", "Transitions kept.", 1000, 1e7, IsInteger: true),
        // Rules that remember nothing: a checkpoint has none of theirs.
        Choice("teacher", None, "The rule that decides at first, from which is learned all the same.", [None, "greedy", "quickest", "least-loaded", "local"]),
        new("teacher-days", "2", "Days that it decides.", 0, 1e6, IsInteger: true),
    ];

    public static T Pay<T>(T learner, PolicySettings settings)
        where T : SchedulingSettings => (T)(learner with
        {
            PayOut = learner.PayOut with { Mode = Enum.Parse<PayOutMode>(settings.Text("pay-out"), ignoreCase: true), Slots = settings.Count("slots") },
            Discount = settings.Number("discount"),
        });

    public static T Replay<T>(T learner, PolicySettings settings, long decisionsOfDay)
        where T : SchedulingSettings => (T)(learner with
        {
            Shaper = Shape(learner.Shaper, settings) with { Discount = settings.Number("discount") },
            DecisionsPerUpdate = settings.Count("decisions-per-update"),
            WarmUp = settings.Count("warm-up"),
            Capacity = settings.Count("memory"),
            TaughtDecisions = settings.Text("teacher") == None ? 0 : settings.Count("teacher-days") * decisionsOfDay,
        });

    public static IGenerationPolicy? Teacher(PolicySettings settings, long seed) =>
        settings.Text("teacher") is var teacher && teacher == None ? null : GenerationPolicyCatalog.Create(new(teacher), new RandomStream(seed, "jemas/teacher"));

    /// <summary>The shaper that is not one in memory by its settings; null where it is.</summary>
    public static IRewardShaper<float>? Shaper(PolicySettings settings, ShaperSettings shaper, RewardShaperFactory? shapers)
    {
        if (settings.Text("shaper") != Dress)
            return shaper.Mode == ShapingMode.None ? null : shapers?.Invoke(shaper);
        if (shapers is not null)
            throw new ArgumentException("the reward agent of DRESS lives in the learner's memory, and nowhere else", nameof(shapers));
        var agent = new DressSettings(shaper.Features + shaper.Actions)
        {
            Hidden = DressWidth, Critic = DressWidth, Latent = DressLatent, CriticBlocks = 1, Steps = shaper.Steps, Batch = shaper.Batch, Seed = shaper.Seed,
        };
        return new DressShaper<float>(shaper, agent, ManagedBackend.Create<float>());
    }

    private static ShaperSettings Shape(ShaperSettings shaper, PolicySettings settings) => shaper with
    {
        Mode = settings.Text("shaper") == Dress ? ShapingMode.None : Enum.Parse<ShapingMode>(settings.Text("shaper"), ignoreCase: true),
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
