using System.Numerics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Networks;

/// <summary>Weights with orthonormal rows or columns, whichever are fewer, times a gain (Saxe et al., ICLR 2014); bias zero.</summary>
/// <param name="gain">√2 before ReLU, small for the last layer of a policy.</param>
public sealed class OrthogonalInitialiser(double gain) : IInitialiser
{
    /// <inheritdoc/>
    public void Fill<T>(Matrix<T> weights, Matrix<T> bias, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(bias);
        ArgumentNullException.ThrowIfNull(random);
        var isWide = weights.Columns > weights.Rows;
        var basis = Basis(Math.Min(weights.Rows, weights.Columns), Math.Max(weights.Rows, weights.Columns), random);
        for (var i = 0; i < weights.Rows; i++)
        {
            for (var j = 0; j < weights.Columns; j++)
                weights[i, j] = T.CreateTruncating(gain * (isWide ? basis[i][j] : basis[j][i]));
        }

        bias.Clear();
    }

    // Gram-Schmidt on normal vectors, each projected twice so that rounding does not show.
    private static double[][] Basis(int count, int length, RandomStream random)
    {
        var basis = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var vector = new double[length];
            foreach (ref var element in vector.AsSpan())
                element = random.NextNormal();
            for (var other = 0; other < 2 * i; other++)
                Subtract(basis[other % i], vector);
            var norm = Math.Sqrt(Dot(vector, vector));
            basis[i] = [.. vector.Select(element => element / norm)];
        }

        return basis;
    }

    private static void Subtract(double[] direction, double[] vector)
    {
        var share = Dot(direction, vector);
        for (var i = 0; i < vector.Length; i++)
            vector[i] -= share * direction[i];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
