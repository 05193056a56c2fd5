using System.Numerics;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning;

internal static class Matrices
{
    public static Matrix<T> Normal<T>(int rows, int columns, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var matrix = new Matrix<T>(rows, columns);
        foreach (ref var element in matrix.Elements)
            element = T.CreateTruncating(random.NextNormal());
        return matrix;
    }

    public static Matrix<T> Of<T>(int columns, params T[] elements)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var matrix = new Matrix<T>(elements.Length / columns, columns);
        elements.CopyTo(matrix.Elements);
        return matrix;
    }

    public static Matrix<T> Product<T>(Matrix<T> a, Matrix<T> b, Func<int, int, double> start)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var c = new Matrix<T>(a.Rows, b.Columns);
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < b.Columns; j++)
            {
                var sum = start(i, j);
                for (var k = 0; k < a.Columns; k++)
                    sum += double.CreateTruncating(a[i, k]) * double.CreateTruncating(b[k, j]);
                c[i, j] = T.CreateTruncating(sum);
            }
        }

        return c;
    }

    public static Matrix<T> Transpose<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var b = new Matrix<T>(a.Columns, a.Rows);
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < a.Columns; j++)
                b[j, i] = a[i, j];
        }

        return b;
    }

    /// <summary>Dot product: a scalar loss with the gradient <paramref name="weights"/>.</summary>
    public static double Dot<T>(Matrix<T> weights, Matrix<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Elements.Length; i++)
            sum += double.CreateTruncating(weights.Elements[i]) * double.CreateTruncating(y.Elements[i]);
        return sum;
    }

    public static void AssertNear<T>(Matrix<T> expected, Matrix<T> actual, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        for (var i = 0; i < expected.Elements.Length; i++)
        {
            var (wanted, found) = (double.CreateTruncating(expected.Elements[i]), double.CreateTruncating(actual.Elements[i]));
            Assert.True(Math.Abs(wanted - found) <= tolerance * (1 + Math.Abs(wanted)), $"element {i}: {found} instead of {wanted}");
        }
    }
}
