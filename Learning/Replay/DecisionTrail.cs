namespace ControlPlane.Learning.Replay;

/// <summary>
/// Turns decisions in their order into transitions over n decisions with semi-Markov discounts: rewards and the value behind are worth γ^Δt of what they
/// are worth now, Δt being the time between decisions. The state and mask kept are those at the decision.
/// </summary>
public sealed class DecisionTrail
{
    private readonly ReplayMemory _memory;
    private readonly double _discountPerUnit;
    private readonly Pending[] _pending;
    private int _first;
    private int _count;

    /// <summary>Begins without a decision.</summary>
    /// <param name="memory">Where transitions go.</param>
    /// <param name="decisions">Decisions that a transition spans, n ≥ 1.</param>
    /// <param name="discountPerUnit">γ for one unit of time, in (0, 1].</param>
    public DecisionTrail(ReplayMemory memory, int decisions, double discountPerUnit)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentOutOfRangeException.ThrowIfLessThan(decisions, 1);
        if (discountPerUnit is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(discountPerUnit), discountPerUnit, "a discount lies in (0, 1].");
        (_memory, _discountPerUnit) = (memory, discountPerUnit);
        _pending = [.. Enumerable.Range(0, decisions).Select(_ => new Pending(memory.Layout))];
    }

    /// <summary>Notes a decision.</summary>
    /// <param name="state">The state decided in.</param>
    /// <param name="mask">Which actions were valid.</param>
    /// <param name="action">The one taken.</param>
    public void Decide(ReadOnlySpan<float> state, ReadOnlySpan<bool> mask, int action)
    {
        var decision = Begin(state);
        mask.CopyTo(decision.Mask);
        decision.Action = action;
    }

    /// <summary>Notes a decision that is made of numbers.</summary>
    /// <param name="state">The state decided in.</param>
    /// <param name="action">Its numbers, each in [-1, 1].</param>
    public void Decide(ReadOnlySpan<float> state, ReadOnlySpan<double> action)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(action.Length, _memory.Layout.ActionNumbers);
        var decision = Begin(state);
        for (var i = 0; i < action.Length; i++)
            decision.ActionNumbers[i] = (float)action[i];
    }

    /// <summary>Notes what came of the last decision, until the next one.</summary>
    /// <param name="reward">Reward.</param>
    /// <param name="costs">Constrained costs.</param>
    /// <param name="elapsed">Time until the next decision, ≥ 0, in the unit of the discount.</param>
    /// <param name="nextState">The state of the next decision.</param>
    /// <param name="nextMask">Which actions are valid then.</param>
    /// <param name="isEnd">Whether nothing of value follows.</param>
    public void Observe(
        double reward, ReadOnlySpan<float> costs, double elapsed, ReadOnlySpan<float> nextState, ReadOnlySpan<bool> nextMask, bool isEnd)
    {
        var discount = Math.Pow(_discountPerUnit, elapsed);
        for (var i = 0; i < _count; i++)
            _pending[(_first + i) % _pending.Length].Gather(reward, costs, discount);
        while (_count > 0 && (isEnd || _pending[_first].Age == _pending.Length))
        {
            Keep(_pending[_first], nextState, nextMask, isEnd);
            (_first, _count) = ((_first + 1) % _pending.Length, _count - 1);
        }
    }

    /// <summary>Forgets the decisions whose transitions are not whole yet: what follows does not come of them alone.</summary>
    public void Break() => (_first, _count) = (0, 0);

    private Pending Begin(ReadOnlySpan<float> state)
    {
        if (_count == _pending.Length)
            throw new InvalidOperationException("a decision follows another without an outcome between them.");
        var decision = _pending[(_first + _count++) % _pending.Length];
        state.CopyTo(decision.State);
        (decision.Action, decision.Age, decision.Reward, decision.Discount) = (0, 0, 0, 1);
        Array.Clear(decision.Costs);
        return decision;
    }

    private void Keep(Pending decision, ReadOnlySpan<float> nextState, ReadOnlySpan<bool> nextMask, bool isEnd) => _memory.Add(new Transition
    {
        State = decision.State,
        Mask = decision.Mask,
        Action = decision.Action,
        ActionNumbers = decision.ActionNumbers,
        Reward = (float)decision.Reward,
        Costs = decision.Costs,
        Discount = isEnd ? 0 : (float)decision.Discount,
        NextState = nextState,
        NextMask = nextMask,
    });

    private sealed class Pending(TransitionLayout layout)
    {
        public float[] State { get; } = new float[layout.Features];

        public bool[] Mask { get; } = new bool[layout.Actions];

        public float[] Costs { get; } = new float[layout.Costs];

        public float[] ActionNumbers { get; } = new float[layout.ActionNumbers];

        public int Action { get; set; }

        public int Age { get; set; }

        public double Reward { get; set; }

        public double Discount { get; set; }

        public void Gather(double reward, ReadOnlySpan<float> costs, double discount)
        {
            Reward += Discount * reward;
            for (var k = 0; k < Costs.Length; k++)
                Costs[k] += (float)(Discount * costs[k]);
            Discount *= discount;
            Age++;
        }
    }
}
