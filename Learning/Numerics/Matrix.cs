using System.Numerics;

namespace ControlPlane.Learning.Numerics;

/// <summary>
/// A dense row-major matrix in memory. The storage is rounded up to a whole number of the widest vectors and the rest is zero, so that kernels over
/// all elements need no tail.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class Matrix<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Rounding = 16;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="rows">Rows, ≥ 1.</param>
    /// <param name="columns">Columns, ≥ 1.</param>
    public Matrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        (Rows, Columns) = (rows, columns);
        Storage = new T[(checked(rows * columns) + Rounding - 1) / Rounding * Rounding];
    }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>The elements, row by row.</summary>
    public Span<T> Elements => Storage.AsSpan(0, Rows * Columns);

    internal T[] Storage { get; }

    /// <summary>One element.</summary>
    /// <param name="row">Row, 0..<see cref="Rows"/>-1.</param>
    /// <param name="column">Column, 0..<see cref="Columns"/>-1.</param>
    public ref T this[int row, int column] => ref Row(row)[column];

    /// <summary>One row.</summary>
    /// <param name="row">Row, 0..<see cref="Rows"/>-1.</param>
    public Span<T> Row(int row) => Storage.AsSpan(row * Columns, Columns);

    /// <summary>Sets every element to zero.</summary>
    public void Clear() => Array.Clear(Storage);

    /// <summary>Copies another matrix of the same shape.</summary>
    /// <param name="other">The matrix to copy.</param>
    public void CopyFrom(Matrix<T> other)
    {
        RequireShape(other.Rows, other.Columns);
        other.Storage.CopyTo(Storage, 0);
    }

    internal void RequireShape(int rows, int columns)
    {
        if (Rows != rows || Columns != columns)
            throw new ArgumentException($"a matrix of {rows} x {columns} is needed; this one has {Rows} x {Columns}.");
    }
}
