using ControlPlane.Grains.Shaping;
using ControlPlane.Learning.Shaping;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Generation.Training;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Grains.Tests.Shaping;

/// <summary>Training gives the same model, to the bit, whether its reward shaper is in memory or in a cluster.</summary>
public sealed class ShaperParityTests(ShaperCluster cluster) : IClassFixture<ShaperCluster>
{
    private static readonly GenerationDays Hard = GenerationReader.Read(Path.Combine(Repository.Root, "scenarios", "aigc-hard.yaml"));

    // Two hours of a day.
    private static readonly GenerationDays Short = Hard with { Day = Hard.Day with { SlotCount = 24 } };

    [Theory]
    [InlineData(ShapingMode.Decomposition, false)]
    [InlineData(ShapingMode.Decomposition, true)]
    [InlineData(ShapingMode.Potential, false)]
    public async Task A_session_learns_the_same(ShapingMode mode, bool isSharedOut)
    {
        var settings = Settings(mode, isSharedOut);
        var grain = cluster.Shaper(Guid.NewGuid().ToString("N"));
        var shaper = new GrainRewardShaper(grain, settings.Shaper, new() { IsAwaited = true, Decisions = 20 });
        var (inMemory, inCluster, unshaped) = await Task.Run(() => (Train(settings, null), Train(settings, shaper), Train(Settings(ShapingMode.None, isSharedOut), null)));
        Assert.Equal(inMemory, inCluster);
        // Shaping matters in it.
        Assert.NotEqual(unshaped, inMemory);
        var status = await grain.Settled();
        Assert.True(status is { IsReady: true, Steps: > 50, Version: > 0, Gaps: 0, Passed: 0, Problem: null }, status.ToString());
        Assert.Equal((0L, 0L), (shaper.Lost, shaper.Unanswered));
    }

    [Fact]
    public async Task A_learner_that_waits_for_nothing_learns_on_while_the_cluster_learns_beside_it()
    {
        var settings = Settings(ShapingMode.Decomposition, isSharedOut: false);
        var grain = cluster.Shaper(Guid.NewGuid().ToString("N"));
        var shaper = new GrainRewardShaper(grain, settings.Shaper, new() { Steps = 4 });
        await Task.Run(() => Train(settings, shaper));
        var status = await grain.Settled();
        Assert.True(status is { Steps: > 50, Gaps: 0, Problem: null }, status.ToString());
        Assert.Equal((0L, 0L), (shaper.Lost, shaper.Unanswered));
    }

    private static byte[] Train(SacSchedulingSettings settings, IRewardShaper<float>? shaper)
    {
        var learner = new SacSchedulingLearner(settings, shaper: shaper);
        var session = new GenerationTrainingSession(new(Short) { Rounds = 3, HeldOutDays = 1 }, learner);
        while (!session.IsDone)
            session.Next();
        return learner.Snapshot("short").ToBytes();
    }

    // A memory that is full before the end: decisions that wait for their label put others out of it.
    private static SacSchedulingSettings Settings(ShapingMode mode, bool isSharedOut)
    {
        var settings = SacSchedulingSettings.For(GenerationTrainingSession.ShapeOf(Hard.Day), hasQuotes: true, 1);
        return settings with
        {
            WarmUp = 200,
            IsSharedOut = isSharedOut,
            Capacity = 2000,
            PayOut = new() { Mode = PayOutMode.Delayed, Slots = 2 },
            Sac = settings.Sac with { Batch = 32, Encoder = [16], Actor = [16], Critic = [16] },
            Shaper = settings.Shaper with { Batch = 32, Hidden = [16], WarmUp = 100, Mode = mode, Capacity = 150, Horizon = 12 },
        };
    }
}
