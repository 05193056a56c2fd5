using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Published;

/// <summary>A batch of transitions, column by column, in memory that is reserved once.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="settings">Widths.</param>
public sealed class PublishedBatch<T>(PublishedSettings settings)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>States, rows x features.</summary>
    public Matrix<T> States { get; } = new(settings.Batch, settings.Features);

    /// <summary>Next states, rows x features.</summary>
    public Matrix<T> NextStates { get; } = new(settings.Batch, settings.Features);

    /// <summary>Actions, row by row, head after head.</summary>
    public int[] Actions { get; } = new int[settings.Batch * settings.Heads.Count];

    /// <summary>Which choices are valid, row by row, head after head.</summary>
    public bool[] Masks { get; } = new bool[settings.Batch * settings.Heads.Sum()];

    /// <summary>Rewards.</summary>
    public T[] Rewards { get; } = new T[settings.Batch];

    /// <summary>Costs, row by row.</summary>
    public T[] Costs { get; } = new T[settings.Batch * settings.CostLimits.Count];

    /// <summary>Discounts.</summary>
    public T[] Discounts { get; } = new T[settings.Batch];
}
