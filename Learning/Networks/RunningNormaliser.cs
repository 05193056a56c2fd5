using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Networks;

/// <summary>
/// Scales every column to mean 0 and variance 1 by what has been seen so far (Welford, 1962), and clips.
/// </summary>
/// <param name="width">Columns, ≥ 1.</param>
/// <param name="limit">Largest size of a scaled number, &gt; 0.</param>
public sealed class RunningNormaliser(int width, double limit = 10) : ICheckpointed
{
    // Below it a column is taken as constant, and is not blown up.
    private const double LeastDeviation = 1e-6;
    private readonly double[] _mean = new double[width];
    private readonly double[] _squares = new double[width];
    private long _count;

    /// <summary>Rows seen.</summary>
    public long Count => _count;

    /// <summary>Mean of a column so far.</summary>
    /// <param name="column">The column.</param>
    public double Mean(int column) => _mean[column];

    /// <summary>Standard deviation of a column so far; one while fewer than two rows were seen or the column is constant.</summary>
    /// <param name="column">The column.</param>
    public double Deviation(int column)
    {
        var deviation = _count < 2 ? 0 : Math.Sqrt(_squares[column] / _count);
        return deviation < LeastDeviation ? 1 : deviation;
    }

    /// <summary>Takes a row into account.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="row">As many numbers as there are columns.</param>
    /// <exception cref="ArgumentException">A number is not finite: it would spoil the scale for good.</exception>
    public void Observe<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, _mean.Length);
        foreach (var element in row)
        {
            if (!T.IsFinite(element))
                throw new ArgumentException($"a row to normalise by has the number {element}.", nameof(row));
        }

        _count++;
        for (var i = 0; i < row.Length; i++)
        {
            var difference = double.CreateTruncating(row[i]) - _mean[i];
            _mean[i] += difference / _count;
            _squares[i] += difference * (double.CreateTruncating(row[i]) - _mean[i]);
        }
    }

    /// <summary>Scales rows.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="x">Rows.</param>
    /// <param name="y">Scaled rows; written. May be <paramref name="x"/>.</param>
    public void Normalise<T>(Matrix<T> x, Matrix<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var bound = T.CreateTruncating(limit);
        for (var column = 0; column < x.Columns; column++)
        {
            var (mean, scale) = (T.CreateTruncating(Mean(column)), T.CreateTruncating(1 / Deviation(column)));
            for (var row = 0; row < x.Rows; row++)
                y[row, column] = T.Clamp((x[row, column] - mean) * scale, -bound, bound);
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Array("mean", _mean);
        state.Array("squares", _squares);
        state.Value("count", ref _count);
    }
}
