using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ControlPlane.Client.Generation;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Generation.Training;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>A policy that schedules generation jobs, trained on days.</summary>
/// <param name="learner">The learner with its settings.</param>
/// <param name="plan">What it learns from; the seed is that of each session.</param>
internal sealed class GenerationTraining(PolicySpec learner, GenerationTrainingPlan plan) : ITraining
{
    private static readonly JsonSerializerOptions Format = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private readonly Lazy<string> _digest = new(() => TrainingIdentity.Digest(Content(plan)));

    public PolicySpec Learner => learner;

    public string Scenario => plan.Days.Day.Name;

    public string Heading => GenerationHeading.Of(plan.Days);

    public long Seed => plan.Days.Seed;

    public int Rounds => plan.Rounds;

    public HeldOutKind HeldOut => HeldOutKind.Generation;

    public TrainingCourse Begin(long seed)
    {
        var shape = GenerationTrainingSession.ShapeOf(plan.Days.Day);
        var decisions = (long)shape.DecisionsPerSlot * plan.Days.Day.SlotCount;
        return new GenerationTrainingSession(plan with { Seed = seed }, SchedulingLearnerCatalog.Create(learner, shape, decisions, seed));
    }

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
