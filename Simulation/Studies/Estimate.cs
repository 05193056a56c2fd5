using MathNet.Numerics.Distributions;

namespace ControlPlane.Simulation.Studies;

/// <summary>A mean over seeds with its 95 % confidence interval (Student's t).</summary>
/// <param name="Mean">Mean; NaN if there is no value.</param>
/// <param name="HalfWidth">Half the width of the interval; NaN with fewer than two values.</param>
/// <param name="Count">Number of values.</param>
public readonly record struct Estimate(double Mean, double HalfWidth, int Count)
{
    /// <summary>Lower end of the interval.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end of the interval.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>Estimates from independent values.</summary>
    /// <param name="values">The values; NaN ones are not allowed.</param>
    public static Estimate Of(IEnumerable<double> values)
    {
        double[] sample = [.. values];
        if (sample.Length == 0)
            return new Estimate(double.NaN, double.NaN, 0);
        var mean = sample.Average();
        if (sample.Length == 1)
            return new Estimate(mean, double.NaN, 1);
        var variance = sample.Sum(x => (x - mean) * (x - mean)) / (sample.Length - 1);
        var t = StudentT.InvCDF(0, 1, sample.Length - 1, 0.975);
        return new Estimate(mean, t * Math.Sqrt(variance / sample.Length), sample.Length);
    }

    /// <summary>Estimates the mean difference of pairs under common random numbers.</summary>
    /// <param name="first">Values.</param>
    /// <param name="second">Values of the same seeds in the same order.</param>
    public static Estimate OfDifference(IEnumerable<double> first, IEnumerable<double> second) => Of(first.Zip(second, (x, y) => x - y));
}
