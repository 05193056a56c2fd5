using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Shaping;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Generation.Training;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Generation.Learned;

public sealed class SchedulingLearnerCatalogTests
{
    private static readonly SchedulingShape Shape = GenerationTrainingSession.ShapeOf(GenerationReader.Read(Repository.Scenario("aigc-hard")).Day);

    [Fact]
    public void Learners_are_called_like_the_preset_of_their_models()
    {
        foreach (var learner in SchedulingLearnerCatalog.All)
        {
            var made = Create(learner.Name + (learner.Parameters.Any(p => p.Name == "memory") ? ":memory=1000" : ":decisions=100"));
            Assert.Equal(learner.Name, made.Preset);
            Assert.Equal(learner.Name, SchedulingModels.Read(made.Snapshot("here").ToBytes()).Card.Preset);
        }
    }

    [Fact]
    public void Every_setting_has_a_default_that_is_allowed() => Assert.All(
        SchedulingLearnerCatalog.All.SelectMany(l => l.Parameters, (l, p) => (Learner: l, Parameter: p)), x => Assert.Null(x.Learner.Complain(x.Parameter.Name, x.Parameter.Default)));

    [Fact]
    public void Settings_of_the_paper_reach_the_learner()
    {
        var settings = Sac("jemas-sac:shaper=potential,estimator=network,weight=0.4,steps=7,latent=64,horizon=12,optimism=0.5,conditioned=0,shared-out=1,pay-out=delayed,slots=3,quotes=1,memory=1000,width=16");
        Assert.Equal((ShapingMode.Potential, EstimatorKind.Network, 0.4), (settings.Shaper.Mode, settings.Shaper.Estimator, settings.Shaper.Weight));
        Assert.Equal((7, 64, 12, 0.5, false), (settings.Shaper.Steps, settings.Shaper.Latent, settings.Shaper.Horizon, settings.Shaper.Optimism, settings.Shaper.IsConditioned));
        Assert.Equal((PayOutMode.Delayed, 3), (settings.PayOut.Mode, settings.PayOut.Slots));
        Assert.True(settings.HasQuotes && settings.IsSharedOut);
        Assert.Equal([16, 16], settings.Sac.Encoder);
        Assert.Equal((0.02, 1e-3), (settings.Sac.Temperature, settings.Sac.TemperatureRate));
    }

    [Fact]
    public void A_teacher_decides_for_as_many_days_as_it_is_given()
    {
        Assert.Equal(0, Sac("jemas-sac:memory=1000").TaughtDecisions);
        Assert.Equal(3 * 3456, Sac("jemas-sac:memory=1000,teacher=greedy,teacher-days=3").TaughtDecisions);
    }

    [Theory]
    [InlineData("jemas-sac:weight=1.5", "at most 1 for a decomposition")]
    [InlineData("jemas-sacc", "there are jemas, jemas-sac, jemas-td3, jemas-ppo")]
    public void What_cannot_be_is_refused_with_what_can(string text, string message)
    {
        var spec = text.Contains("sacc", StringComparison.Ordinal) ? new PolicySpec(text) : PolicySpec.Parse(text, SchedulingLearnerCatalog.All);
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => SchedulingLearnerCatalog.Create(spec, new(Shape, 3456, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_is_no_choice_is_refused_with_the_choices() =>
        Assert.Contains("'slot' or 'delayed' or 'gated' or 'dense'", Assert.Throws<FormatException>(() => PolicySpec.Parse("jemas-sac:pay-out=2", SchedulingLearnerCatalog.All)).Message, StringComparison.Ordinal);

    [Fact]
    public void Checkpoints_tell_models_of_generation_jobs_from_those_of_placements()
    {
        Assert.True(SchedulingModels.IsOne(Create("jemas").Snapshot("here").ToBytes()));
        Assert.False(SchedulingModels.IsOne(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "chsac.model"))));
        Assert.Throws<CheckpointException>(() => SchedulingModels.IsOne(new byte[] { 1, 2, 3 }));
    }

    private static SacSchedulingSettings Sac(string text) => ((SacSchedulingLearner)Create(text)).Settings;

    private static ISchedulingLearner Create(string text) => SchedulingLearnerCatalog.Create(PolicySpec.Parse(text, SchedulingLearnerCatalog.All), new(Shape, 3456, 1));
}
