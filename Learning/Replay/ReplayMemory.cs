using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Replay;

/// <summary>The newest transitions, each kind of number in an array of its own; the oldest make room. Batches are drawn uniformly with replacement.</summary>
/// <param name="layout">Widths.</param>
/// <param name="capacity">Transitions kept, ≥ 1.</param>
/// <param name="random">What is drawn with.</param>
public class ReplayMemory(TransitionLayout layout, int capacity, RandomStream random) : ICheckpointed
{
    private readonly float[] _states = new float[checked(capacity * layout.Features)];
    private readonly float[] _nextStates = new float[checked(capacity * layout.Features)];
    private readonly bool[] _masks = new bool[checked(capacity * layout.Actions)];
    private readonly bool[] _nextMasks = new bool[checked(capacity * layout.Actions)];
    private readonly float[] _costs = new float[capacity * layout.Costs];
    private readonly float[] _actionNumbers = new float[checked(capacity * layout.ActionNumbers)];
    private readonly int[] _actions = new int[capacity];
    private readonly float[] _rewards = new float[capacity];
    private readonly float[] _discounts = new float[capacity];
    private long _added;

    /// <summary>Widths.</summary>
    public TransitionLayout Layout { get; } = layout;

    /// <summary>Transitions kept at most.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Transitions kept now.</summary>
    public int Count => (int)Math.Min(_added, Capacity);

    /// <summary>Transitions ever added.</summary>
    public long Added => _added;

    /// <summary>What is drawn with.</summary>
    protected RandomStream Random { get; } = random;

    /// <summary>Keeps a transition.</summary>
    /// <param name="transition">The transition; it is copied.</param>
    /// <returns>Where it stands.</returns>
    /// <exception cref="ArgumentException">A width is wrong, the action is masked, or a number is not finite or out of range.</exception>
    public virtual int Add(in Transition transition)
    {
        Check(transition);
        var place = (int)(_added++ % Capacity);
        transition.State.CopyTo(_states.AsSpan(place * Layout.Features));
        transition.NextState.CopyTo(_nextStates.AsSpan(place * Layout.Features));
        transition.Mask.CopyTo(_masks.AsSpan(place * Layout.Actions));
        transition.NextMask.CopyTo(_nextMasks.AsSpan(place * Layout.Actions));
        transition.Costs.CopyTo(_costs.AsSpan(place * Layout.Costs));
        transition.ActionNumbers.CopyTo(_actionNumbers.AsSpan(place * Layout.ActionNumbers));
        (_actions[place], _rewards[place], _discounts[place]) = (transition.Action, transition.Reward, transition.Discount);
        return place;
    }

    /// <summary>Draws a batch.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="batch">Written.</param>
    /// <exception cref="InvalidOperationException">Nothing was added yet.</exception>
    public virtual void Sample<T>(TransitionBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(batch);
        RequireSome();
        for (var row = 0; row < batch.Size; row++)
        {
            batch.Places[row] = Random.NextBelow(Count);
            batch.Weights[row] = T.One;
        }

        Gather(batch);
    }

    /// <inheritdoc/>
    public virtual void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("added", ref _added);
        state.Stream("random", Random);
        state.Array<float>("states", _states);
        state.Array<float>("nextStates", _nextStates);
        state.Array<bool>("masks", _masks);
        state.Array<bool>("nextMasks", _nextMasks);
        state.Array<float>("costs", _costs);
        if (Layout.ActionNumbers > 0)
            state.Array<float>("actionNumbers", _actionNumbers);
        state.Array<int>("actions", _actions);
        state.Array<float>("rewards", _rewards);
        state.Array<float>("discounts", _discounts);
    }

    /// <summary>Throws where nothing can be drawn.</summary>
    protected void RequireSome()
    {
        if (Count == 0)
            throw new InvalidOperationException("nothing was added to the replay memory: no batch can be drawn.");
    }

    /// <summary>Copies the rows that a batch's places name.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="batch">Its places are read, the rest is written.</param>
    protected void Gather<T>(TransitionBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (var row = 0; row < batch.Size; row++)
        {
            var place = batch.Places[row];
            Convert(_states.AsSpan(place * Layout.Features, Layout.Features), batch.States.Row(row));
            Convert(_nextStates.AsSpan(place * Layout.Features, Layout.Features), batch.NextStates.Row(row));
            Convert(_costs.AsSpan(place * Layout.Costs, Layout.Costs), batch.Costs.AsSpan(row * Layout.Costs, Layout.Costs));
            _masks.AsSpan(place * Layout.Actions, Layout.Actions).CopyTo(batch.Masks.AsSpan(row * Layout.Actions));
            _nextMasks.AsSpan(place * Layout.Actions, Layout.Actions).CopyTo(batch.NextMasks.AsSpan(row * Layout.Actions));
            if (Layout.ActionNumbers > 0)
                Convert(_actionNumbers.AsSpan(place * Layout.ActionNumbers, Layout.ActionNumbers), batch.ActionNumbers.Row(row));
            batch.Actions[row] = _actions[place];
            batch.Rewards[row] = T.CreateTruncating(_rewards[place]);
            batch.Discounts[row] = T.CreateTruncating(_discounts[place]);
        }
    }

    private static void Convert<T>(ReadOnlySpan<float> from, Span<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = T.CreateTruncating(from[i]);
    }

    private void Check(in Transition transition)
    {
        RequireWidth(transition.State.Length, Layout.Features, "State");
        RequireWidth(transition.NextState.Length, Layout.Features, "NextState");
        RequireWidth(transition.Mask.Length, Layout.Actions, "Mask");
        RequireWidth(transition.NextMask.Length, Layout.Actions, "NextMask");
        RequireWidth(transition.Costs.Length, Layout.Costs, "Costs");
        RequireWidth(transition.ActionNumbers.Length, Layout.ActionNumbers, "ActionNumbers");
        if (Layout.Actions > 0)
            Require((uint)transition.Action < (uint)Layout.Actions && transition.Mask[transition.Action], "Action", transition.Action, "a valid action of the mask");
        else
            Require(transition.Action == 0, "Action", transition.Action, "0 where an action is made of numbers");
        Require(float.IsFinite(transition.Reward), "Reward", transition.Reward, "a finite number");
        Require(transition.Discount is >= 0 and <= 1, "Discount", transition.Discount, "0..1");
        RequireFinite(transition.State, "State");
        RequireFinite(transition.NextState, "NextState");
        RequireFinite(transition.Costs, "Costs");
        foreach (var number in transition.ActionNumbers)
            Require(number is >= -1 and <= 1, "ActionNumbers", number, "-1..1");
    }

    // No text is made up before it is needed: transitions are added at every decision.
    private static void RequireWidth(int given, int allowed, string name)
    {
        if (given != allowed)
            throw new ArgumentException($"width of {name} of a transition is {given}; it must be {allowed}.");
    }

    private static void RequireFinite(ReadOnlySpan<float> numbers, string name)
    {
        foreach (var number in numbers)
            Require(float.IsFinite(number), name, number, "finite numbers");
    }

    // The text is made for those who are refused only.
    private static void Require(bool isGood, string name, double given, string allowed)
    {
        if (!isGood)
            throw new ArgumentException($"{name} of a transition is {given}; it must be {allowed}.");
    }
}
