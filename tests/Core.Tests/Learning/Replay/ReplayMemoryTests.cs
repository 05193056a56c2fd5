using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Core.Tests.Learning.Replay;

public sealed class ReplayMemoryTests
{
    private static readonly TransitionLayout Layout = new(Features: 2, Actions: 3, Costs: 1);
    private readonly RandomStream _random = new(1, "replay");

    [Fact]
    public void The_newest_are_kept_and_come_back_as_they_were()
    {
        var memory = new ReplayMemory(Layout, 4, _random);
        for (var i = 0; i < 6; i++)
            Add(memory, i);
        Assert.Equal((4, 6L), (memory.Count, memory.Added));
        var batch = new TransitionBatch<float>(Layout, 200);
        memory.Sample(batch);
        Assert.Equal([2f, 3f, 4f, 5f], batch.Rewards.Distinct().Order());
        var row = Array.IndexOf(batch.Rewards, 4f);
        Assert.Equal([4f, -4f], batch.States.Row(row).ToArray());
        Assert.Equal([5f, 0f], batch.NextStates.Row(row).ToArray());
        Assert.Equal([false, true, true], batch.Masks[(3 * row)..(3 * row + 3)]);
        Assert.Equal([true, false, false], batch.NextMasks[(3 * row)..(3 * row + 3)]);
        Assert.Equal((1, 0.5f, 8f), (batch.Actions[row], batch.Discounts[row], batch.Costs[row]));
    }

    [Fact]
    public void The_same_seed_draws_the_same_batches()
    {
        var (first, second) = (new PrioritisedMemory(Layout, 50, new(9, "a")), new PrioritisedMemory(Layout, 50, new(9, "a")));
        var (one, other) = (new TransitionBatch<float>(Layout, 16), new TransitionBatch<float>(Layout, 16));
        for (var i = 0; i < 70; i++)
        {
            Add(first, i);
            Add(second, i);
            first.Sample(one);
            second.Sample(other);
            Assert.Equal(one.Places, other.Places);
            first.Update<float>(one, one.Rewards);
            second.Update<float>(other, other.Rewards);
        }
    }

    [Fact]
    public void Priorities_draw_in_proportion_and_weights_take_the_bias_out()
    {
        var memory = new PrioritisedMemory(Layout, 4, _random, alpha: 1, beta: 1);
        for (var i = 0; i < 4; i++)
            Add(memory, i);
        var batch = new TransitionBatch<double>(Layout, 4000);
        memory.Sample(batch);
        var errors = batch.Places.Select(place => place == 3 ? -7.0 : 1).ToArray();
        memory.Update<double>(batch, errors);
        memory.Sample(batch);
        Assert.InRange(batch.Places.Count(place => place == 3) / 4000.0, 0.69, 0.71);
        Assert.Equal(1 / 7.0, batch.Weights[Array.IndexOf(batch.Places, 3)], 3);
        Assert.Equal(1, batch.Weights[Array.IndexOf(batch.Places, 0)], 12);
    }

    [Fact]
    public void Sum_tree_finds_the_place_of_every_point_and_never_one_without_weight()
    {
        var tree = new SumTree(5);
        (tree[0], tree[2], tree[4]) = (1, 2, 0.5);
        Assert.Equal(3.5, tree.Total);
        Assert.Equal([0, 0, 2, 2, 4], new[] { 0, 0.99, 1, 2.99, 3.2 }.Select(tree.Find));
        Assert.Equal(4, tree.Find(3.5));
        tree[4] = 0;
        Assert.Equal(2, tree.Find(3.0));
        Assert.Throws<ArgumentException>(() => tree[1] = double.NaN);
    }

    [Fact]
    public void Trail_spans_n_decisions_and_discounts_by_the_time_between_them()
    {
        var memory = new ReplayMemory(Layout, 8, _random);
        var trail = new DecisionTrail(memory, decisions: 2, discountPerUnit: 0.5);
        bool[] all = [true, true, true];
        double[] elapsed = [1, 2, 3];
        for (var i = 0; i < 3; i++)
        {
            trail.Decide([i, 0], all, action: i);
            trail.Observe(reward: i + 1, costs: [10], elapsed[i], [i + 1, 0], all, isEnd: i == 2);
        }

        var batch = new TransitionBatch<float>(Layout, 100);
        memory.Sample(batch);
        Assert.Equal(3, memory.Count);
        // From 0: 1 + 2/2, then what follows is worth 1/2 · 1/4. From 1 and 2 the end is reached.
        Expect(action: 0, reward: 2, cost: 15, discount: 0.125f, next: 2);
        Expect(action: 1, reward: 2 + 3 * 0.25f, cost: 12.5f, discount: 0, next: 3);
        Expect(action: 2, reward: 3, cost: 10, discount: 0, next: 3);

        void Expect(int action, float reward, float cost, float discount, float next)
        {
            var row = Array.IndexOf(batch.Actions, action);
            Assert.Equal((reward, cost, discount, next), (batch.Rewards[row], batch.Costs[row], batch.Discounts[row], batch.NextStates[row, 0]));
            Assert.Equal(action, batch.States[row, 0]);
        }
    }

    [Fact]
    public void What_would_spoil_learning_is_refused_with_its_name()
    {
        var memory = new ReplayMemory(Layout, 4, _random);
        Assert.Equal("Action of a transition is 0; it must be a valid action of the mask.", Refusal([0, 0], action: 0, reward: 1, discount: 1));
        Assert.Equal("Reward of a transition is NaN; it must be a finite number.", Refusal([0, 0], action: 1, reward: float.NaN, discount: 1));
        Assert.Equal("Discount of a transition is 1.5; it must be 0..1.", Refusal([0, 0], action: 1, reward: 1, discount: 1.5f));
        Assert.Equal("width of State of a transition is 1; it must be 2.", Refusal([0], action: 1, reward: 1, discount: 1));
        Assert.Equal(0, memory.Count);
        Assert.Throws<InvalidOperationException>(() => memory.Sample(new TransitionBatch<float>(Layout, 1)));

        string Refusal(float[] state, int action, float reward, float discount) => Assert.Throws<ArgumentException>(() => memory.Add(new Transition
        {
            State = state,
            Mask = [false, true, true],
            Action = action,
            Reward = reward,
            Costs = [0],
            Discount = discount,
            NextState = [0, 0],
            NextMask = [true, true, true],
        })).Message;
    }

    [Fact]
    public void Actions_of_numbers_come_back_and_are_checked()
    {
        var layout = TransitionLayout.Continuous(1, 2);
        var memory = new ReplayMemory(layout, 4, _random);
        var trail = new DecisionTrail(memory, decisions: 1, discountPerUnit: 0.5);
        for (var i = 0; i < 3; i++)
        {
            trail.Decide([i], [i / 4.0, -1]);
            trail.Observe(i, [], elapsed: 1, [i + 1], [], isEnd: false);
        }

        var batch = new TransitionBatch<double>(layout, 50);
        memory.Sample(batch);
        for (var row = 0; row < 50; row++)
            Assert.Equal([batch.Rewards[row] / 4, -1], batch.ActionNumbers.Row(row).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => trail.Decide([0], [0.5]));
        Assert.Equal("ActionNumbers of a transition is 1.5; it must be -1..1.", Refusal(0, 1.5f, 0));
        Assert.Equal("width of ActionNumbers of a transition is 1; it must be 2.", Refusal(0, 1));
        Assert.Equal("Action of a transition is 3; it must be 0 where an action is made of numbers.", Refusal(3, 0, 0));
        Assert.Throws<InvalidOperationException>(() => new TransitionBatch<float>(Layout, 1).ActionNumbers);

        string Refusal(int action, params float[] numbers) => Assert.Throws<ArgumentException>(() => memory.Add(new Transition
        {
            State = [0], Mask = [], Action = action, ActionNumbers = numbers, Reward = 0, Discount = 1, NextState = [0], NextMask = [],
        })).Message;
    }

    private static void Add(ReplayMemory memory, int i) => memory.Add(new Transition
    {
        State = [i, -i],
        Mask = [false, true, true],
        Action = 1,
        Reward = i,
        Costs = [2 * i],
        Discount = 0.5f,
        NextState = [i + 1, 0],
        NextMask = [true, false, false],
    });
}
