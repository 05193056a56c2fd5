using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ControlPlane.Client.Generation;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Shaping;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Generation.Training;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>A policy that schedules generation jobs, trained on days.</summary>
/// <param name="learner">The learner with its settings.</param>
/// <param name="plan">What it learns from; the seed is that of each session.</param>
/// <param name="shapers">Makes the reward shapers of sessions; null for those in memory.</param>
internal sealed class GenerationTraining(PolicySpec learner, GenerationTrainingPlan plan, RewardShaperFactory? shapers) : ITraining
{
    private static readonly JsonSerializerOptions Format = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private readonly Lazy<string> _digest = new(() => TrainingIdentity.Digest(Content(plan)));

    public PolicySpec Learner => learner;

    public string Scenario => plan.Days.Day.Name;

    public string Heading => GenerationHeading.Of(plan.Days);

    public long Seed => plan.Days.Seed;

    public int Rounds => plan.Rounds;

    public HeldOutKind HeldOut => HeldOutKind.Generation;

    public bool IsPartlyElsewhere { get; private set; }

    public TrainingCourse Begin(long seed) => new GenerationTrainingSession(plan with { Seed = seed }, Learns(seed, shapers));

    /// <summary>Makes a learner as sessions have it, without anything outside of this process's memory.</summary>
    /// <exception cref="ArgumentException">Its settings do not go together.</exception>
    public void Try() => Learns(Seed, shapers is null ? null : settings =>
    {
        IsPartlyElsewhere = true;
        return new RewardShaper<float>(settings, ManagedBackend.Create<float>());
    });

    public void AddIdentity(IDictionary<string, string> parts)
    {
        parts["scenario"] = Scenario;
        parts["providers"] = string.Join("; ", plan.Days.Day.Providers.Select(p => p.Name));
        parts["content of the scenario"] = _digest.Value;
        parts["--rounds"] = $"{plan.Rounds}";
        parts["--look-every"] = $"{plan.RoundsPerLook}";
        parts["--patience"] = $"{plan.Patience}";
        parts["--held-out-days"] = $"{plan.HeldOutDays}";
        parts["--learned-share"] = $"{plan.LearnedShare:R}";
        if (IsPartlyElsewhere)
            parts["reward shaper"] = "in a cluster";
    }

    private ISchedulingLearner Learns(long seed, RewardShaperFactory? factory)
    {
        var shape = GenerationTrainingSession.ShapeOf(plan.Days.Day);
        return SchedulingLearnerCatalog.Create(learner, new(shape, (long)shape.DecisionsPerSlot * plan.Days.Day.SlotCount, seed) { Shapers = factory });
    }

    // What a day is, and prices and weather of all of them.
    private static string Content(GenerationTrainingPlan plan)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(plan.Days.Day, Format));
        for (var day = 0; day < plan.Days.Days; day++)
        {
            foreach (var signals in plan.Days.At(day).Signals)
                text.AppendJoin('\n', signals.Day).AppendJoin('\n', signals.DayBefore);
        }

        return text.ToString();
    }
}
