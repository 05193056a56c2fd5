using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Core.Tests.Learning;

/// <summary>
/// R14: a gradient against central differences, by the norm of the difference over the greater norm. 1e-3 in float32 and 1e-6 in float64, where the
/// loss that is differentiated is summed in double.
/// </summary>
internal static class GradientCheck
{
    public static double Bound<T>() => typeof(T) == typeof(float) ? 1e-3 : 1e-6;

    /// <summary>Asserts that <paramref name="gradient"/> is the derivative of the loss by the elements of a matrix.</summary>
    /// <param name="variable">Changed and restored.</param>
    /// <param name="gradient">As worked out in reverse.</param>
    /// <param name="loss">The loss as things stand.</param>
    public static void Assert<T>(Matrix<T> variable, Matrix<T> gradient, Func<double> loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var step = T.CreateTruncating(typeof(T) == typeof(float) ? 1.0 / 128 : 1.0 / 65536);
        var (difference, measured, worked) = (0.0, 0.0, 0.0);
        for (var i = 0; i < variable.Elements.Length; i++)
        {
            var kept = variable.Elements[i];
            variable.Elements[i] = kept + step;
            var (above, high) = (loss(), double.CreateTruncating(variable.Elements[i]));
            variable.Elements[i] = kept - step;
            var (below, low) = (loss(), double.CreateTruncating(variable.Elements[i]));
            variable.Elements[i] = kept;
            var slope = (above - below) / (high - low);
            var found = double.CreateTruncating(gradient.Elements[i]);
            (difference, measured, worked) = (difference + Math.Pow(slope - found, 2), measured + slope * slope, worked + found * found);
        }

        var relative = Math.Sqrt(difference) / Math.Max(1e-12, Math.Sqrt(Math.Max(measured, worked)));
        Xunit.Assert.True(measured > 0, "the loss does not depend on the variable: nothing is checked");
        Xunit.Assert.True(relative <= Bound<T>(), $"relative error {relative:e2}, bound {Bound<T>():e0}");
    }
}
