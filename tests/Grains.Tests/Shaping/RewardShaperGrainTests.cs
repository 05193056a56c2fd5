using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Tests.Decisions;

namespace ControlPlane.Grains.Tests.Shaping;

/// <summary>A reward shaper that lives in a cluster.</summary>
public sealed class RewardShaperGrainTests(ShaperCluster cluster) : IClassFixture<ShaperCluster>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly IRewardShaperGrain _grain = cluster.Shaper(Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Rewards_are_answered_while_a_step_of_learning_is_held_up_and_what_waits_is_bounded()
    {
        var learner = await ToldLearner.Join(_grain);
        await learner.Tell(100);
        await _grain.Train(10);
        Assert.Equal(10, (await _grain.Settled()).Steps);
        var before = await learner.Score();
        cluster.Began.Reset();
        cluster.Release.Reset();
        try
        {
            Assert.Equal(200, await _grain.Train(1_000));
            await Task.Run(() => cluster.Began.Wait(Patience));
            Assert.Equal(before, await learner.Score().WaitAsync(Patience));
            var window = await _grain.ShareOut(new([.. new float[4]], [0, 1], 3)).WaitAsync(Patience);
            Assert.Equal(3, window.Rewards.Sum(), 1e-9);
            Assert.Equal(0, await _grain.Train(1));
            Assert.True(await learner.Tell(400));
            Assert.False(await learner.Tell(101));
            var held = await _grain.Status().WaitAsync(Patience);
            Assert.Equal((10L, 200, 400, 101L), (held.Steps, held.WaitingSteps, held.WaitingDecisions, held.Dropped));
        }
        finally
        {
            cluster.Release.Set();
        }

        var after = await _grain.Settled();
        Assert.Equal((210L, 0, 0, 0L), (after.Steps, after.WaitingSteps, after.WaitingDecisions, after.Gaps));
        Assert.NotEqual(before, await learner.Score());
        // What was dropped was number 3, and is missing now.
        await learner.Tell(8);
        Assert.Equal(1, (await _grain.Settled()).Gaps);
    }

    [Fact]
    public async Task One_that_is_lost_goes_on_from_its_newest_version_to_the_bit()
    {
        var learner = await ToldLearner.Join(_grain);
        await learner.Tell(102);
        await _grain.Train(100);
        var before = await _grain.Settled();
        Assert.Equal((100L, 2, 100L, 2), (before.Steps, before.Version, before.Labelled, before.Open));
        await DecisionCluster.Lose(_grain);
        var after = await DecisionCluster.Until(_grain.Status, s => s.Began != before.Began);
        Assert.Equal("with version 2", after.Began);
        Assert.Equal((100L, 2, 100L, 2), (after.Steps, after.Version, after.Labelled, after.Open));
        Assert.Equal(ToldLearner.InMemory((102, 100)), await learner.Score());
        await learner.Tell(30);
        await _grain.Train(20);
        Assert.Equal(0, (await _grain.Settled()).Gaps);
        Assert.Equal(ToldLearner.InMemory((102, 100), (30, 20)), await learner.Score());
    }

    [Fact]
    public async Task What_came_since_the_newest_version_is_lost_with_the_grain_and_noticed()
    {
        var learner = await ToldLearner.Join(_grain);
        await learner.Tell(100);
        await _grain.Train(50);
        await learner.Tell(8);
        await _grain.Settled();
        await DecisionCluster.Lose(_grain);
        await DecisionCluster.Until(_grain.Status, s => s.Began == "with version 1");
        await learner.Tell(4);
        var status = await _grain.Settled();
        // Whether the window before the four was whole is not known: they get no label, and all after them do.
        Assert.Equal((1L, 100L, 4L), (status.Gaps, status.Labelled, status.Passed));
        await learner.Tell(4);
        Assert.Equal(104, (await _grain.Settled()).Labelled);
    }

    [Fact]
    public async Task A_message_that_comes_twice_counts_once_and_one_that_is_lost_costs_its_window()
    {
        var learner = await ToldLearner.Join(_grain);
        var first = learner.Next(6);
        Assert.True(await _grain.Observe(first) && await _grain.Observe(first));
        var once = await _grain.Settled();
        Assert.Equal((1L, 4L, 2, 0L), (once.Repeated, once.Labelled, once.Open, once.Gaps));
        // The window's other half.
        learner.Next(1);
        Assert.True(await learner.Tell(1) && await learner.Tell(4));
        var after = await _grain.Settled();
        Assert.Equal((1L, 8L, 0, 3L), (after.Gaps, after.Labelled, after.Open, after.Passed));
    }

    [Fact]
    public async Task An_outcome_may_follow_in_the_next_message()
    {
        var learner = await ToldLearner.Join(_grain);
        var (whole, next) = (learner.Next(4), learner.Next(2));
        var last = whole.Decisions[3];
        await _grain.Observe(whole with { Decisions = whole.Decisions.SetItem(3, last with { Outcome = null }) });
        Assert.Equal((0L, 4), ((await _grain.Settled()).Labelled, (await _grain.Status()).Open));
        await _grain.Observe(next with { Before = last.Outcome });
        var after = await _grain.Settled();
        Assert.Equal((4L, 2, 0L), (after.Labelled, after.Open, after.Gaps));
    }

    [Fact]
    public async Task Who_joins_later_is_heard_and_who_joined_before_is_refused()
    {
        var first = await ToldLearner.Join(_grain);
        await first.Tell(6);
        var second = await ToldLearner.Join(_grain);
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => first.Tell(2));
        Assert.Equal(ProblemCode.Conflict, refusal.Problem);
        Assert.True(await second.Tell(4));
        // The first one's half a window is nobody's.
        var status = await _grain.Settled();
        Assert.Equal((2L, 8L, 2L, 0L), (status.Stream, status.Labelled, status.Passed, status.Gaps));
    }

    [Fact]
    public async Task Going_back_makes_a_new_version_of_what_an_old_one_had_learned()
    {
        var learner = await ToldLearner.Join(_grain);
        await learner.Tell(100);
        await _grain.Train(50);
        await _grain.Settled();
        var first = await learner.Score();
        await _grain.Train(50);
        await _grain.Settled();
        Assert.NotEqual(first, await learner.Score());
        Assert.Equal(3, await _grain.RollBack(1));
        Assert.Equal(first, await learner.Score());
        await _grain.Train(50);
        await _grain.Settled();
        Assert.Equal([(2, 100L, ""), (3, 50L, "back to 1"), (4, 100L, "")], (await _grain.Versions()).Select(v => (v.Version, v.Steps, v.Note)));
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => _grain.RollBack(1));
        Assert.Contains("keeps no version 1; it keeps 2, 3, 4", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_setup_and_what_is_not_of_its_shape_are_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(_grain.Join);
        await Refused(() => _grain.Configure(ToldLearner.Setup with { Discount = 0 }), "discount of a shaper must be above 0 and 1 or less, not 0");
        await Refused(() => _grain.Configure(ToldLearner.Setup with { Capacity = 10_000_000 }), "decisions of 2 features have 200000000 bytes");
        var learner = await ToldLearner.Join(_grain);
        await _grain.Configure(ToldLearner.Setup);
        var other = await Assert.ThrowsAsync<InvalidOperationException>(() => _grain.Configure(ToldLearner.Setup with { Weight = 0.5 }));
        Assert.EndsWith("with another weight.", other.Message, StringComparison.Ordinal);
        var told = learner.Next(1);
        var decision = told.Decisions[0];
        await Refused(() => _grain.Observe(told with { Decisions = [decision with { State = [1] }] }), "1 x 2 numbers, not 1");
        await Refused(() => _grain.Observe(told with { Decisions = [decision with { State = [1, float.NaN] }] }), "not NaN");
        await Refused(() => _grain.Observe(told with { Decisions = [decision with { Action = 3 }] }), "0 to 2, not 3");
        await Refused(() => _grain.Observe(told with { Decisions = [decision with { Outcome = null }, decision] }), "only the last one may have none");
        await Refused(() => _grain.Score(ToldLearner.Asked() with { Rewards = [1] }), "not 1 and 16");
    }

    private static async Task Refused(Func<Task> ask, string why) => Assert.Contains(why, (await Assert.ThrowsAsync<ArgumentException>(ask)).Message, StringComparison.Ordinal);
}
