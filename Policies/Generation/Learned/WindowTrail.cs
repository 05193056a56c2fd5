using System.Runtime.InteropServices;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>
/// Turns decisions in their order into transitions, at once or, where pay-outs are shared out among the decisions of their window, when the window is paid.
/// </summary>
/// <param name="memory">Where transitions go.</param>
/// <param name="shaper">Shares pay-outs out; null where transitions are kept with the rewards as they came.</param>
/// <param name="discount">Discount from one decision to the next.</param>
internal sealed class WindowTrail(ReplayMemory memory, IRewardShaper<float>? shaper, double discount)
{
    // States of the window's decisions and, behind them, the one that follows.
    private readonly List<float> _states = [];
    private readonly List<bool> _masks = [];
    private readonly List<int> _actions = [];
    private readonly List<double> _rewards = [];
    private double _paid;

    public void Decide(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, int action)
    {
        if (_states.Count == _actions.Count * state.Length)
            Append(state, mask);
        _actions.Add(action);
    }

    /// <summary>What came of the last decision.</summary>
    public void Observe(double reward, bool isPayOut, ReadOnlySpan<float> nextState, ReadOnlySpan<bool> nextMask, bool isEnd)
    {
        _rewards.Add(reward);
        _paid += reward;
        Append(nextState, nextMask);
        if (shaper is not null && !isPayOut && !isEnd)
            return;
        shaper?.ShareOut(CollectionsMarshal.AsSpan(_states)[..^nextState.Length], CollectionsMarshal.AsSpan(_actions), _paid, CollectionsMarshal.AsSpan(_rewards));
        for (var i = 0; i < _actions.Count; i++)
            Keep(i, isEnd && i == _actions.Count - 1);
        _states.Clear();
        _masks.Clear();
        _actions.Clear();
        _rewards.Clear();
        _paid = 0;
    }

    private void Append(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask)
    {
        _states.AddRange(state);
        _masks.AddRange(mask);
    }

    private void Keep(int i, bool isEnd) => memory.Add(new Transition
    {
        State = StateOf(i),
        Mask = MaskOf(i),
        Action = _actions[i],
        Reward = (float)_rewards[i],
        Discount = isEnd ? 0 : (float)discount,
        NextState = StateOf(i + 1),
        NextMask = MaskOf(i + 1),
    });

    private ReadOnlySpan<float> StateOf(int i) => CollectionsMarshal.AsSpan(_states).Slice(i * memory.Layout.Features, memory.Layout.Features);

    private ReadOnlySpan<bool> MaskOf(int i) => CollectionsMarshal.AsSpan(_masks).Slice(i * memory.Layout.Actions, memory.Layout.Actions);
}
