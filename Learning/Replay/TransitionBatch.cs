using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Replay;

/// <summary>A batch of transitions, column by column, in memory that is reserved once.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="layout">Widths.</param>
/// <param name="size">Rows, ≥ 1.</param>
public sealed class TransitionBatch<T>(TransitionLayout layout, int size)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Matrix<T>? _actionNumbers = layout.ActionNumbers > 0 ? new(size, layout.ActionNumbers) : null;

    /// <summary>Rows.</summary>
    public int Size { get; } = size;

    /// <summary>States, rows x features.</summary>
    public Matrix<T> States { get; } = new(size, layout.Features);

    /// <summary>Next states, rows x features.</summary>
    public Matrix<T> NextStates { get; } = new(size, layout.Features);

    /// <summary>Which actions were valid, row by row.</summary>
    public bool[] Masks { get; } = new bool[size * layout.Actions];

    /// <summary>Which actions are valid next, row by row.</summary>
    public bool[] NextMasks { get; } = new bool[size * layout.Actions];

    /// <summary>Actions.</summary>
    public int[] Actions { get; } = new int[size];

    /// <summary>Numbers of the actions, rows x numbers; only where the layout has some.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public Matrix<T> ActionNumbers => _actionNumbers ?? throw new InvalidOperationException("the layout has no actions of numbers.");

    /// <summary>Rewards. A reward shaper may rewrite them between drawing and learning.</summary>
    public T[] Rewards { get; } = new T[size];

    /// <summary>Discounts of the next states' values.</summary>
    public T[] Discounts { get; } = new T[size];

    /// <summary>Costs, row by row.</summary>
    public T[] Costs { get; } = new T[size * layout.Costs];

    /// <summary>What each row counts in the loss: 1, or less where it is drawn more often than others.</summary>
    public T[] Weights { get; } = new T[size];

    /// <summary>Where each row stands in the memory it was drawn from.</summary>
    public int[] Places { get; } = new int[size];
}
