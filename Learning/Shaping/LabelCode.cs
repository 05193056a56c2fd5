using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Shaping;

/// <summary>
/// A number as a point in M dimensions and back: sines and cosines of its multiples, √(2/M) each, and the linear map that comes closest to undoing it. Nothing of it is learned, so that
/// what a diffusion in M dimensions does differently is the diffusion's.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
internal sealed class LabelCode<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Points = 601;
    private const double Ridge = 1e-6;
    private readonly double[] _frequency;
    private readonly double[] _phase;
    private readonly double[] _back;
    private readonly double _scale;

    /// <summary>Works out the map back by least squares over the range.</summary>
    /// <param name="width">M ≥ 2.</param>
    /// <param name="limit">Numbers lie in ± this.</param>
    public LabelCode(int width, double limit)
    {
        _scale = Math.Sqrt(2.0 / width);
        _frequency = [.. Enumerable.Range(0, width).Select(i => (i / 2 + 0.5) * Math.PI / (2 * limit))];
        _phase = [.. Enumerable.Range(0, width).Select(i => i % 2 == 0 ? 0 : Math.PI / 2)];
        _back = Undo(width, limit);
    }

    /// <summary>Codes.</summary>
    /// <param name="values">Batch x 1.</param>
    /// <param name="codes">Batch x M; written.</param>
    public void Encode(Matrix<T> values, Matrix<T> codes)
    {
        for (var row = 0; row < values.Rows; row++)
        {
            var value = double.CreateTruncating(values[row, 0]);
            for (var i = 0; i < _back.Length; i++)
                codes[row, i] = T.CreateTruncating(Code(value, i));
        }
    }

    /// <summary>The number of a code, as near as a linear map comes.</summary>
    /// <param name="code">M numbers.</param>
    public T Decode(ReadOnlySpan<T> code)
    {
        var sum = 0.0;
        for (var i = 0; i < _back.Length; i++)
            sum += _back[i] * double.CreateTruncating(code[i]);
        return T.CreateTruncating(sum);
    }

    private double Code(double value, int i) => _scale * Math.Sin(_frequency[i] * value + _phase[i]);

    // Conjugate gradients on (A'A + ridge) x = A'y over an even grid: no matrix is kept.
    private double[] Undo(int width, double limit)
    {
        var grid = Enumerable.Range(0, Points).Select(k => limit * (2.0 * k / (Points - 1) - 1)).ToArray();
        var (x, residual) = (new double[width], Transposed(grid, grid));
        var direction = residual.ToArray();
        var norm = Dot(residual, residual);
        for (var step = 0; step < 4 * width && norm > 1e-20; step++)
        {
            var image = Transposed(grid, [.. grid.Select(value => Apply(direction, value))]);
            for (var i = 0; i < width; i++)
                image[i] += Ridge * direction[i];
            var length = norm / Dot(direction, image);
            for (var i = 0; i < width; i++)
                (x[i], residual[i]) = (x[i] + length * direction[i], residual[i] - length * image[i]);
            var next = Dot(residual, residual);
            for (var i = 0; i < width; i++)
                direction[i] = residual[i] + next / norm * direction[i];
            norm = next;
        }

        return x;
    }

    private double Apply(double[] weights, double value)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * Code(value, i);
        return sum;
    }

    private double[] Transposed(double[] grid, double[] y)
    {
        var sums = new double[_frequency.Length];
        for (var k = 0; k < grid.Length; k++)
        {
            for (var i = 0; i < sums.Length; i++)
                sums[i] += Code(grid[k], i) * y[k] / grid.Length;
        }

        return sums;
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}
