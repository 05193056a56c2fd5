using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Ppo;

/// <summary>The decisions since the last update in their order, in memory that is reserved once.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="settings">Widths and number of decisions.</param>
public sealed class Rollout<T>(PpoSettings settings) : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private int _count;
    private bool _isAwaited;

    /// <summary>Decisions whose outcome is known.</summary>
    public int Count => _count;

    /// <summary>Whether the last decision's outcome is not known yet.</summary>
    public bool IsAwaited => _isAwaited;

    /// <summary>Whether no further decision fits.</summary>
    public bool IsFull => _count == settings.Decisions;

    /// <summary>States as the policy saw them, decisions x features.</summary>
    public Matrix<T> States { get; } = new(settings.Decisions, settings.Features);

    /// <summary>Which actions were valid, decision by decision.</summary>
    public bool[] Masks { get; } = new bool[settings.Decisions * settings.Space.Actions];

    /// <summary>Actions taken.</summary>
    public int[] Actions { get; } = new int[settings.Decisions];

    /// <summary>log π of the actions taken, as they were drawn.</summary>
    public T[] LogProbabilities { get; } = new T[settings.Decisions];

    /// <summary>Rewards until the next decision. A reward shaper may rewrite them before the update.</summary>
    public T[] Rewards { get; } = new T[settings.Decisions];

    /// <summary>What the value of the next decision's state is multiplied with; 0 at an end.</summary>
    public T[] Discounts { get; } = new T[settings.Decisions];

    /// <summary>V of every state, and of the one behind the last.</summary>
    public T[] Values { get; } = new T[settings.Decisions + 1];

    /// <summary>Advantages of the actions taken.</summary>
    public T[] Advantages { get; } = new T[settings.Decisions];

    /// <summary>What the critic is to say.</summary>
    public T[] Returns { get; } = new T[settings.Decisions];

    /// <summary>Notes a decision.</summary>
    /// <param name="state">The state, as the policy saw it.</param>
    /// <param name="mask">Which actions were valid.</param>
    /// <param name="action">The one taken.</param>
    /// <param name="logProbability">log π of it.</param>
    /// <exception cref="InvalidOperationException">The last outcome is not known yet, or the rollout is full.</exception>
    public void Decide(ReadOnlySpan<T> state, ReadOnlySpan<bool> mask, int action, T logProbability)
    {
        if (_isAwaited)
            throw new InvalidOperationException("a decision follows another without an outcome between them.");
        if (IsFull)
            throw new InvalidOperationException($"the rollout has its {settings.Decisions} decisions: it has to be learned from first.");
        state.CopyTo(States.Row(_count));
        mask.CopyTo(Masks.AsSpan(_count * settings.Space.Actions, settings.Space.Actions));
        (Actions[_count], LogProbabilities[_count], _isAwaited) = (action, logProbability, true);
    }

    /// <summary>Notes what came of it.</summary>
    /// <param name="reward">Reward until the next decision.</param>
    /// <param name="discount">What the value of the next decision's state is multiplied with, 0..1; 0 at an end.</param>
    public void Observe(double reward, double discount)
    {
        if (!_isAwaited)
            throw new InvalidOperationException("an outcome needs a decision before it.");
        if (!double.IsFinite(reward))
            throw new ArgumentException($"a reward is {reward}; it must be a finite number.", nameof(reward));
        if (discount is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(discount), discount, "a discount lies in 0..1.");
        (Rewards[_count], Discounts[_count]) = (T.CreateTruncating(reward), T.CreateTruncating(discount));
        (_count, _isAwaited) = (_count + 1, false);
    }

    /// <summary>
    /// Advantages from <see cref="Values"/> (generalised advantage estimation, Schulman et al., ICLR 2016) with the discounts of the decisions:
    /// A_t = δ_t + d_t λ A_{t+1}, δ_t = r_t + d_t V_{t+1} - V_t; and returns A_t + V_t.
    /// </summary>
    public void Estimate()
    {
        var (advantage, lambda) = (T.Zero, T.CreateTruncating(settings.Lambda));
        for (var t = _count - 1; t >= 0; t--)
        {
            advantage = Rewards[t] + Discounts[t] * (Values[t + 1] + lambda * advantage) - Values[t];
            (Advantages[t], Returns[t]) = (advantage, advantage + Values[t]);
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => (_count, _isAwaited) = (0, false);

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("count", ref _count);
        state.Value("isAwaited", ref _isAwaited);
        state.Matrix("states", States);
        state.Array<bool>("masks", Masks);
        state.Array<int>("actions", Actions);
        state.Array<T>("logProbabilities", LogProbabilities);
        state.Array<T>("rewards", Rewards);
        state.Array<T>("discounts", Discounts);
    }
}
