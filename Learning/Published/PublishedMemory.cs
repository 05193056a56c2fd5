using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Published;

/// <summary>The newest transitions; batches are drawn uniformly with replacement.</summary>
internal sealed class PublishedMemory(PublishedSettings settings, RandomStream random) : ICheckpointed
{
    private readonly int _features = settings.Features;
    private readonly int _heads = settings.Heads.Count;
    private readonly int _choices = settings.Heads.Sum();
    private readonly int _kinds = settings.CostLimits.Count;
    private readonly float[] _states = new float[checked(settings.Capacity * settings.Features)];
    private readonly float[] _nextStates = new float[checked(settings.Capacity * settings.Features)];
    private readonly int[] _actions = new int[settings.Capacity * settings.Heads.Count];
    private readonly bool[] _masks = new bool[settings.Capacity * settings.Heads.Sum()];
    private readonly float[] _costs = new float[settings.Capacity * settings.CostLimits.Count];
    private readonly float[] _rewards = new float[settings.Capacity];
    private readonly float[] _discounts = new float[settings.Capacity];
    private long _added;

    public int Count => (int)Math.Min(_added, settings.Capacity);

    public void Add(in PublishedTransition transition)
    {
        Check(transition);
        var place = (int)(_added++ % settings.Capacity);
        transition.State.CopyTo(_states.AsSpan(place * _features));
        transition.NextState.CopyTo(_nextStates.AsSpan(place * _features));
        transition.Actions.CopyTo(_actions.AsSpan(place * _heads));
        transition.Mask.CopyTo(_masks.AsSpan(place * _choices));
        transition.Costs.CopyTo(_costs.AsSpan(place * _kinds));
        (_rewards[place], _discounts[place]) = (transition.Reward, transition.Discount);
    }

    public void Sample<T>(PublishedBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var row = 0; row < settings.Batch; row++)
        {
            var place = random.NextBelow(Count);
            Convert(_states.AsSpan(place * _features, _features), batch.States.Row(row));
            Convert(_nextStates.AsSpan(place * _features, _features), batch.NextStates.Row(row));
            Convert(_costs.AsSpan(place * _kinds, _kinds), batch.Costs.AsSpan(row * _kinds, _kinds));
            _actions.AsSpan(place * _heads, _heads).CopyTo(batch.Actions.AsSpan(row * _heads));
            _masks.AsSpan(place * _choices, _choices).CopyTo(batch.Masks.AsSpan(row * _choices));
            batch.Rewards[row] = T.CreateTruncating(_rewards[place]);
            batch.Discounts[row] = T.CreateTruncating(_discounts[place]);
        }
    }

    public void Exchange(StateExchange state)
    {
        state.Value("added", ref _added);
        state.Stream("random", random);
        state.Array<float>("states", _states);
        state.Array<float>("nextStates", _nextStates);
        state.Array<int>("actions", _actions);
        state.Array<bool>("masks", _masks);
        state.Array<float>("costs", _costs);
        state.Array<float>("rewards", _rewards);
        state.Array<float>("discounts", _discounts);
    }

    private static void Convert<T>(ReadOnlySpan<float> from, Span<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = T.CreateTruncating(from[i]);
    }

    private void Check(in PublishedTransition transition)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(transition.State.Length, _features, "State");
        ArgumentOutOfRangeException.ThrowIfNotEqual(transition.NextState.Length, _features, "NextState");
        ArgumentOutOfRangeException.ThrowIfNotEqual(transition.Actions.Length, _heads, "Actions");
        ArgumentOutOfRangeException.ThrowIfNotEqual(transition.Mask.Length, _choices, "Mask");
        ArgumentOutOfRangeException.ThrowIfNotEqual(transition.Costs.Length, _kinds, "Costs");
        for (var head = 0; head < _heads; head++)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)transition.Actions[head], (uint)settings.Heads[head], "Actions");
    }
}
