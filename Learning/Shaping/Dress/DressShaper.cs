using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>
/// Shapes rewards as DRESS does: r + η r^S with the proposals of a <see cref="RewardAgent{T}"/> that learns from the same decisions. Kept to compare with: what it adds is bounded, and not identified.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class DressShaper<T> : IRewardShaper<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ShaperSettings _settings;
    private readonly RewardAgent<T> _agent;
    private readonly ReplayMemory _memory;
    private readonly TransitionBatch<T> _batch;
    private readonly Matrix<T> _conditions;
    private readonly T[] _proposals;
    private readonly float[] _condition;
    private readonly float[] _last;
    private double _proposal;
    private double _reward;
    private bool _isOpen;

    /// <summary>Draws the networks.</summary>
    /// <param name="settings">Widths of states, weight η, batch, capacity and warm-up.</param>
    /// <param name="agent">Widths and rates of the agent; its condition must be features + actions, and its batch the same.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public DressShaper(ShaperSettings settings, DressSettings agent, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentOutOfRangeException.ThrowIfNotEqual(agent.Condition, settings.Features + settings.Actions, nameof(agent));
        ArgumentOutOfRangeException.ThrowIfNotEqual(agent.Batch, settings.Batch, nameof(agent));
        (_settings, _agent) = (settings, new(agent, backend));
        _memory = new(agent.Layout, settings.Capacity, new RandomStream(agent.Seed, "dress/replay"));
        _batch = new(agent.Layout, agent.Batch);
        (_conditions, _proposals) = (new(agent.Batch, agent.Condition), new T[agent.Batch]);
        (_condition, _last) = (new float[agent.Condition], new float[agent.Condition]);
    }

    /// <inheritdoc/>
    public bool IsReady => _memory.Count >= _settings.WarmUp;

    /// <inheritdoc/>
    public void Decided(ReadOnlySpan<float> state, int action)
    {
        Array.Clear(_condition);
        state.CopyTo(_condition);
        _condition[_settings.Features + action] = 1;
        Keep(isEnd: false);
        _condition.CopyTo(_last, 0);
        (_proposal, _reward, _isOpen) = (_agent.Propose(_condition), 0, true);
    }

    /// <inheritdoc/>
    public void Paid(double reward, bool isPayOut, bool isEnd)
    {
        _reward += reward;
        if (isEnd)
            Keep(isEnd: true);
    }

    /// <inheritdoc/>
    public double Train()
    {
        if (_memory.Count == 0)
            return double.NaN;
        _memory.Sample(_batch);
        return _agent.Train(_batch).CriticLoss;
    }

    /// <inheritdoc/>
    public void Shape(TransitionBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!IsReady)
            return;
        _conditions.Clear();
        for (var row = 0; row < batch.Size; row++)
        {
            batch.States.Row(row).CopyTo(_conditions.Row(row));
            _conditions[row, _settings.Features + batch.Actions[row]] = T.One;
        }

        _agent.Propose(_conditions, _proposals);
        for (var row = 0; row < batch.Size; row++)
            batch.Rewards[row] += T.CreateTruncating(_settings.Weight) * _proposals[row];
    }

    /// <summary>In equal parts: what DRESS adds says nothing of the sum.</summary>
    /// <inheritdoc/>
    public void ShareOut(ReadOnlySpan<float> states, ReadOnlySpan<int> actions, double paid, Span<double> rewards) => rewards.Fill(paid / actions.Length);

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("agent", _agent);
        state.Within("memory", _memory);
        state.Array<float>("last", _last);
        state.Value("proposal", ref _proposal);
        state.Value("reward", ref _reward);
        state.Value("isOpen", ref _isOpen);
    }

    // With what was proposed at the time; the condition at hand is the next one.
    private void Keep(bool isEnd)
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        ReadOnlySpan<float> proposal = [(float)_proposal];
        _memory.Add(new Transition
        {
            State = _last,
            Mask = [],
            Action = 0,
            ActionNumbers = proposal,
            Reward = (float)_reward,
            Discount = isEnd ? 0 : (float)_settings.Discount,
            NextState = _condition,
            NextMask = [],
        });
    }
}
