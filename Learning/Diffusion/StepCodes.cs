using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Diffusion;

/// <summary>Steps of a diffusion as sines and cosines (Vaswani et al., 2017), by which a network is told how much noise there is.</summary>
internal static class StepCodes
{
    private const double LongestPeriod = 10_000;

    /// <summary>Codes of the steps 0..W, a row each.</summary>
    public static Matrix<T> Of<T>(int steps, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var codes = new Matrix<T>(steps + 1, width);
        for (var w = 0; w <= steps; w++)
        {
            for (var i = 0; i < width / 2; i++)
            {
                var angle = w * Math.Pow(LongestPeriod, -2.0 * i / width);
                (codes[w, i], codes[w, i + width / 2]) = (T.CreateTruncating(Math.Sin(angle)), T.CreateTruncating(Math.Cos(angle)));
            }
        }

        return codes;
    }
}
